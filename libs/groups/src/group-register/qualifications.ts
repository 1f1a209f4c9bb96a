import { day, mark, orBlank } from '@wakachi/exchange';
import type { CalendarDate } from '@wakachi/kernel';
import type { GroupRow } from './columns.js';
import type { Attention, DeclaredQualification } from './group-line.js';
import { attentionMessage, expectation, message } from './messages.js';

export interface ReadQualifications {
  /** Undefined when a date or mark behind them is unread. */
  readonly qualifications: DeclaredQualification[] | undefined;
  readonly attention: Attention[];
}

/** Blank is not valid: no date, no qualification. A lapsed one stays listed, so that screens can say since when. */
export function readQualifications(row: GroupRow, frozenLitres: number | null | undefined, asOf: CalendarDate): ReadQualifications {
  const agreement = readAgreement(row, asOf);
  const insuranceUntil = row.read('insuranceUntil', orBlank(day));
  const hygieneManager = row.read('hygieneManager', mark);
  if (agreement.qualifications === undefined || insuranceUntil === undefined || hygieneManager === undefined) {
    return { qualifications: undefined, attention: agreement.attention };
  }
  const qualifications = [...agreement.qualifications];
  if (insuranceUntil !== null) qualifications.push({ kind: 'insurance', validFrom: null, validUntil: insuranceUntil });
  if (hygieneManager === true) qualifications.push({ kind: 'hygiene-manager', validFrom: null, validUntil: null });
  if ((frozenLitres ?? 0) > 0) qualifications.push({ kind: 'freezer', validFrom: null, validUntil: null });
  return { qualifications, attention: agreement.attention };
}

function readAgreement(row: GroupRow, asOf: CalendarDate): ReadQualifications {
  const validFrom = row.read('agreementFrom', orBlank(day));
  const validUntil = row.read('agreementUntil', orBlank(day));
  if (validFrom === undefined || validUntil === undefined) return { qualifications: undefined, attention: [] };
  if (validUntil === null) return { qualifications: [], attention: validFrom === null ? [] : [withoutExpiry(validFrom)] };
  if (validFrom !== null && validUntil < validFrom) {
    const code = 'agreement-ends-before-start';
    row.note('agreementUntil', { code, message: message(code), expected: expectation('later-day') });
    return { qualifications: undefined, attention: [] };
  }
  return { qualifications: [{ kind: 'agreement', validFrom, validUntil }], attention: validUntil < asOf ? [lapsed(validUntil)] : [] };
}

function withoutExpiry(validFrom: CalendarDate): Attention {
  return { code: 'agreement-without-expiry', text: validFrom, message: attentionMessage('agreement-without-expiry') };
}

function lapsed(validUntil: CalendarDate): Attention {
  return { code: 'agreement-lapsed', text: validUntil, message: attentionMessage('agreement-lapsed', { text: validUntil }) };
}
