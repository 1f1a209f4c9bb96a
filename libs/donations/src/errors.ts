import { type Bilingual, DomainError, defineMessages } from '@wakachi/kernel';

const messages = defineMessages({
  'donor-not-found': { ja: 'この寄贈企業は見つかりません。', en: 'There is no such donor.' },
  'donor-name-taken': {
    ja: '「{name}」という寄贈企業はすでにあります。',
    en: 'There is a donor "{name}" already.',
  },
  'offer-not-found': { ja: 'この寄贈申出は見つかりません。', en: 'There is no such offer.' },
  'offer-refused': {
    ja: '寄贈申出に直すところが {count} 件あります。登録していません。',
    en: 'The offer has {count} things to mend; it was not taken in.',
  },
  'offer-in-use': {
    ja: '寄贈申出「{lot}」は、すでに引き当てたか入庫したため、取り下げられません。',
    en: 'The offer "{lot}" has been reserved or counted in, so it cannot be withdrawn.',
  },
  'offer-withdrawn': { ja: 'この寄贈申出はすでに取り下げられています。', en: 'This offer has been withdrawn already.' },
});

export class DonorNotFound extends DomainError {
  constructor(donorId: string) {
    super('donor-not-found', 'not-found', messages('donor-not-found'), { donorId });
  }
}

export class DonorNameTaken extends DomainError {
  constructor(name: string) {
    super('donor-name-taken', 'conflict', messages('donor-name-taken', { name }), { name });
  }
}

export class OfferNotFound extends DomainError {
  constructor(offerId: string) {
    super('offer-not-found', 'not-found', messages('offer-not-found'), { offerId });
  }
}

/** A field of an offer form that cannot be as it is. */
export interface OfferFault {
  /** Into the form (RFC 6901). */
  readonly pointer: string;
  readonly text: Bilingual;
}

/** The form breaks rules that a sheet's line would break too. */
export class OfferRefused extends DomainError {
  constructor(readonly faults: readonly OfferFault[]) {
    super('offer-refused', 'invalid', messages('offer-refused', { count: faults.length }));
  }
}

/** Goods that are reserved or counted in are no longer the donor's to take back. */
export class OfferInUse extends DomainError {
  constructor(lot: string) {
    super('offer-in-use', 'conflict', messages('offer-in-use', { lot }), { lot });
  }
}

export class OfferWithdrawn extends DomainError {
  constructor(offerId: string) {
    super('offer-withdrawn', 'conflict', messages('offer-withdrawn'), { offerId });
  }
}
