import { type Bilingual, DomainError, defineMessages } from '@wakachi/kernel';

export const messages = defineMessages({
  'not-ready': { ja: 'いまは要求を受けられません（{failed}）。', en: 'Not ready to take requests ({failed}).' },
  stopping: { ja: '終了の途中です。ほかのプロセスに送ってください。', en: 'It is shutting down. Send requests to another process.' },
  database: {
    ja: 'データベースが答えません。動いているか、DATABASE_URL が正しいか確認してください。',
    en: 'The database does not answer. Check that it runs and that DATABASE_URL is right.',
  },
  behind: {
    ja: 'データベースの形がこのプログラムより古いか、確認できません。npx wakachi migrate を実行してください。',
    en: 'The schema is older than this program, or cannot be read. Run npx wakachi migrate.',
  },
  ahead: {
    ja: 'データベースの形がこのプログラムより新しいです。新しいプログラムで起動してください。',
    en: 'The schema is newer than this program. Start the newer program.',
  },
  queue: {
    ja: 'キューが答えません。REDIS_URL（なければデータベース）を確認してください。',
    en: 'The queue does not answer. Check REDIS_URL, or the database where there is none.',
  },
});

export interface FailedCheck {
  readonly check: 'shutdown' | 'database' | 'migrations' | 'queue';
  readonly text: Bilingual;
}

/** Something that every request needs is not there. */
export class NotReady extends DomainError {
  constructor(failed: readonly FailedCheck[]) {
    const checks = failed.map(({ check, text }) => ({ check, ...text }));
    super('not-ready', 'unavailable', messages('not-ready', { failed: failed.map(({ check }) => check).join(', ') }), { checks });
  }
}
