import { choice, labelDate, orBlank } from '@wakachi/exchange';
import type { Bilingual, CalendarDate, DateLabelKind, MessageParams } from '@wakachi/kernel';
import type { OfferRow } from './columns.js';
import { expectation, message, type OfferIssueCode } from './messages.js';
import type { DateLabel } from './offer-line.js';

const KINDS = choice<DateLabelKind>({ 賞味期限: 'best-before', 消費期限: 'use-by', 賞味: 'best-before', 消費: 'use-by' });

/** Undefined when something is wrong with it. Daily goods may have none; a date that has passed is refused. */
export function readDateLabel(row: OfferRow, food: boolean, asOf: CalendarDate): DateLabel | null | undefined {
  const kind = row.read('labelKind', orBlank(KINDS));
  const date = row.read('labelDate', orBlank(labelDate));
  if (kind === undefined || date === undefined) return undefined;
  if (food && (kind === null || date === null))
    return refuse(row, kind === null ? 'labelKind' : 'labelDate', 'label-missing', expectation('label'));
  if (date === null) return null;
  if (kind === null) return refuse(row, 'labelKind', 'label-without-kind', expectation('label'));
  const broken = brokenLabelRule({ kind, date }, asOf);
  if (broken === null) return { kind, date };
  const expected = broken === 'use-by-without-day' ? expectation('full-date') : expectation('future-date', { asOf });
  return refuse(row, 'labelDate', broken, expected, { date: date.effectiveUntil, asOf });
}

/** A use-by date has its day, and nothing is offered past its date. */
export function brokenLabelRule({ kind, date }: DateLabel, asOf: CalendarDate): OfferIssueCode | null {
  if (kind === 'use-by' && date.precision === 'month') return 'use-by-without-day';
  if (date.effectiveUntil >= asOf) return null;
  return kind === 'use-by' ? 'use-by-past' : 'best-before-past';
}

function refuse(
  row: OfferRow,
  key: 'labelKind' | 'labelDate',
  code: OfferIssueCode,
  expected: Bilingual,
  params: MessageParams = {},
): undefined {
  row.note(key, { code, message: message(code, params), expected });
  return undefined;
}
