import { DomainError, defineMessages } from '@wakachi/kernel';

const messages = defineMessages({
  'group-not-found': { ja: 'この受取団体は見つかりません。', en: 'There is no such group.' },
  'already-registered': {
    ja: '団体コード {codes} はすでに登録されています。台帳の更新はまだできません。新しい団体だけのファイルにしてください。',
    en: 'The groups {codes} are registered already, and a register cannot update groups yet. Give a file with new groups only.',
  },
});

export class GroupNotFound extends DomainError {
  constructor(groupId: string) {
    super('group-not-found', 'not-found', messages('group-not-found'), { groupId });
  }
}

/** A register names groups that the network has; nothing of it was taken in. */
export class GroupsAlreadyRegistered extends DomainError {
  constructor(codes: readonly string[]) {
    const shown = codes.length > 5 ? `${codes.slice(0, 5).join('、')}…` : codes.join('、');
    super('groups-already-registered', 'conflict', messages('already-registered', { codes: shown }), { codes });
  }
}
