import { calendarDate } from '@wakachi/kernel';
import type { ExchangeCode } from '../messages.js';
import { plainDigits } from './digits.js';
import { isWithinEra, westernYear } from './era.js';

export interface WrittenDate {
  readonly year: number;
  readonly month: number;
  /** Null for a year and month. */
  readonly day: number | null;
}

type Written =
  | { readonly ok: true; readonly date: WrittenDate }
  | { readonly ok: false; readonly code: Extract<ExchangeCode, 'not-a-date' | 'no-such-date' | 'date-without-year' | 'era-ended'> };

const WESTERN_DAY = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const WESTERN_MONTH = /^(\d{4})[-/.](\d{1,2})$/;
const SHORT_DAY = /^(\d{2})([-/.])(\d{1,2})\2(\d{1,2})$/;
const EIGHT_DIGITS = /^(20\d{2})(\d{2})(\d{2})$/;
const KANJI = /^(\d{4})年(\d{1,2})月(?:(\d{1,2})日|末日?)?$/;
const ERA_KANJI = /^(令和|平成|昭和)(元|\d{1,2})年(\d{1,2})月(?:(\d{1,2})日|末日?)?$/;
const ERA_SHORT = /^(令和|平成|昭和|[RHSrhs])(元|\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/;
const WITHOUT_YEAR = /^(\d{1,2}[-/.]\d{1,2}|\d{1,2}月\d{1,2}日?)$/;

/** The notations that labels and sheets in Japan use, year first in all of them. */
export function writtenDate(text: string): Written {
  const plain = plainDigits(text).replace('㋿', '令和').replace(/\s+/g, '');
  const western = WESTERN_DAY.exec(plain);
  if (western) return dated(western[1], western[3], western[4]);
  const short = SHORT_DAY.exec(plain);
  // Two digits are this century's: a label of 1927 would be a miracle, an offer of one a mistake.
  if (short) return dated(`20${short[1]}`, short[3], short[4]);
  const digits = EIGHT_DIGITS.exec(plain) ?? KANJI.exec(plain) ?? WESTERN_MONTH.exec(plain);
  if (digits) return dated(digits[1], digits[2], digits[3]);
  const era = ERA_KANJI.exec(plain) ?? ERA_SHORT.exec(plain);
  if (era) return datedInEra(era[1] ?? '', era[2] ?? '', era[3], era[4]);
  return { ok: false, code: WITHOUT_YEAR.test(plain) ? 'date-without-year' : 'not-a-date' };
}

function dated(yearText: string | undefined, monthText: string | undefined, dayText: string | undefined): Written {
  const [year, month, day] = [Number(yearText), Number(monthText), dayText === undefined ? null : Number(dayText)];
  if (calendarDate(year, month, day ?? 1) === null) return { ok: false, code: 'no-such-date' };
  return { ok: true, date: { year, month, day } };
}

function datedInEra(era: string, eraYear: string, monthText: string | undefined, dayText: string | undefined): Written {
  const year = westernYear(era, eraYear);
  const written = dated(year === null ? undefined : String(year), monthText, dayText);
  if (!written.ok) return written;
  const { month, day } = written.date;
  return isWithinEra(era, written.date.year, month, day) ? written : { ok: false, code: 'era-ended' };
}
