import { type CalendarDate, type DateLabelKind, DomainError, defineMessages } from '@wakachi/kernel';

const messages = defineMessages({
  'use-by-past': {
    ja: '{lot} は消費期限（{date}）を過ぎているため配布できません。処分として記録してください。',
    en: '{lot} is past its use-by date ({date}) and cannot be handed out. Record its disposal.',
  },
  'best-before-past': {
    ja: '{lot} は賞味期限（{date}）を過ぎています。このネットワークの設定では配布できません。',
    en: '{lot} is past its best-before date ({date}); this network does not hand such goods out.',
  },
});

interface Dated {
  readonly name: string;
  readonly dateLabel: DateLabelKind | null;
  readonly effectiveUntil: CalendarDate | null;
}

/** Past use-by goods can be issued by nobody, past best-before ones only where a network decides so; none does yet. */
export class PastItsDate extends DomainError {
  constructor(lotId: string, lot: Dated) {
    const key = lot.dateLabel === 'use-by' ? 'use-by-past' : 'best-before-past';
    super(key, 'conflict', messages(key, { lot: lot.name, date: lot.effectiveUntil as string }), { lotId });
  }
}

/** Throws PastItsDate for goods whose last good day was before the day they are handed out. */
export function assertInDate(lotId: string, lot: Dated, day: CalendarDate): void {
  if (lot.effectiveUntil !== null && lot.effectiveUntil < day) throw new PastItsDate(lotId, lot);
}
