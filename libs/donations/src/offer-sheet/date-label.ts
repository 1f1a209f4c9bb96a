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
  if (kind === 'use-by' && date.precision === 'month') return refuse(row, 'labelDate', 'use-by-without-day', expectation('full-date'));
  if (date.effectiveUntil < asOf) {
    const code = kind === 'use-by' ? 'use-by-past' : 'best-before-past';
    return refuse(row, 'labelDate', code, expectation('future-date', { asOf }), { date: date.effectiveUntil, asOf });
  }
  return { kind, date };
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
