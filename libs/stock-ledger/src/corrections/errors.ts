import { DomainError, defineMessages } from '@wakachi/kernel';
import { nameOfKind, otherWayFor } from './kinds.js';

const messages = defineMessages({
  'may-not-reverse': {
    ja: '赤伝を記帳できるのは承認者と調整担当だけです。承認者に頼んでください。',
    en: 'Only an approver or a coordinator may reverse a posting. Ask one of them.',
  },
  'mended-otherwise': {
    ja: '「{nameJa}」は赤伝では取り消せません。ほかの記録がこの記帳に基づいています。代わりに、{otherJa}。',
    en: 'A {nameEn} cannot be reversed: another record rests on it. Instead, {otherEn}.',
  },
});

export class MayNotReverse extends DomainError {
  constructor() {
    super('may-not-reverse', 'forbidden', messages('may-not-reverse'));
  }
}

/** A shipment, an award or an offer would go on saying what the ledger no longer says. */
export class MendedOtherwise extends DomainError {
  constructor(transaction: string, kind: string) {
    const [name, other] = [nameOfKind(kind), otherWayFor(kind)];
    const params = { nameJa: name.ja, nameEn: name.en, otherJa: other?.ja ?? '', otherEn: other?.en ?? '' };
    super('mended-otherwise', 'conflict', messages('mended-otherwise', params), { transaction, kind });
  }
}
