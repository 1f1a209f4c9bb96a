import { DomainError } from '@wakachi/kernel';
import { messages } from './messages.js';
import type { Month } from './month.js';

export class PeriodAlreadyClosed extends DomainError {
  constructor(month: Month) {
    super('period-already-closed', 'conflict', messages('period-already-closed', { month }), { month });
  }
}

export class PeriodNotOver extends DomainError {
  constructor(month: Month) {
    super('period-not-over', 'conflict', messages('period-not-over', { month }), { month });
  }
}

/** A movement was dated before the goods came: the book of the month would show less than nothing. */
export class PeriodBelowZero extends DomainError {
  constructor(month: Month, account: string, lot: string, units: number) {
    super('period-below-zero', 'conflict', messages('period-below-zero', { month, account, lot, units }), { month, account, lot, units });
  }
}
