import { calendarDateIn, DomainError } from '@wakachi/kernel';
import { messages } from './messages.js';

/** The account holds fewer units of the lot than should leave it; names both. */
export class InsufficientStock extends DomainError {
  constructor(
    readonly lot: string,
    readonly account: string,
    readonly available: number,
    readonly wanted: number,
  ) {
    super('insufficient-stock', 'conflict', messages('insufficient', { lot, account, available, wanted }), {
      lot,
      account,
      available,
      wanted,
    });
  }
}

/** The command id was used before, for something else. */
export class IdempotencyConflict extends DomainError {
  constructor(readonly command: string) {
    super('idempotency-conflict', 'conflict', messages('idempotency-conflict', { command }), { command });
  }
}

export class UnknownAccount extends DomainError {
  constructor(readonly account: string) {
    super('unknown-account', 'not-found', messages('unknown-account', { account }), { account });
  }
}

export class UnknownLot extends DomainError {
  constructor(readonly lot: string) {
    super('unknown-lot', 'not-found', messages('unknown-lot', { lot }), { lot });
  }
}

export class UnknownTransaction extends DomainError {
  constructor(readonly transaction: string) {
    super('unknown-transaction', 'not-found', messages('unknown-transaction', { transaction }), { transaction });
  }
}

export class AlreadyReversed extends DomainError {
  constructor(readonly transaction: string) {
    super('already-reversed', 'conflict', messages('already-reversed', { transaction }), { transaction });
  }
}

export class MalformedPosting extends DomainError {
  constructor() {
    super('malformed-posting', 'invalid', messages('malformed-posting'));
  }
}

/** What happened in a closed month stays as it was reported. */
export class PeriodClosed extends DomainError {
  constructor(effectiveAt: Date) {
    const day = calendarDateIn('Asia/Tokyo', effectiveAt);
    super('period-closed', 'conflict', messages('period-closed', { day }), { day });
  }
}
