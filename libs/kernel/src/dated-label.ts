import type { CalendarDate } from './calendar-date.js';

/** 賞味期限 (best before) and 消費期限 (use by) are different promises: a use-by date is never waived. */
export type DateLabelKind = 'best-before' | 'use-by';
export type DatePrecision = 'day' | 'month';

/**
 * A date as a package carries it. Year-month is legal for best-before over three months and means the month's end
 * (食品表示基準), so `effectiveUntil` of `2027-03` is 2027-03-31. `raw` is what the sheet said.
 */
export interface PreciseDate {
  readonly raw: string;
  readonly precision: DatePrecision;
  readonly effectiveUntil: CalendarDate;
}
