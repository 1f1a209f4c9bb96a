import { type CellContent, type CellContext, type CellParser, day, displayOf, plainDigits } from '@wakachi/exchange';
import { type CalendarDate, calendarDate } from '@wakachi/kernel';
import { expectation, message } from './messages.js';

const MONTH_AND_DAY = /^(\d{1,2})(?:[/.-](\d{1,2})|月(\d{1,2})日?)$/;

/**
 * 12/10、12/16 on a form that asks about the weeks ahead: the next such day. Nowhere else may a year be guessed, least
 * of all on a label.
 */
export function unavailableDates(asOf: CalendarDate): CellParser<CalendarDate[]> {
  return (cell, context) => {
    // A cell that Excel holds as a day or a day number is one date; several stand in a text.
    const parts = typeof cell === 'string' ? cell.split(/[、，,・\n]+/).map((part) => part.trim()) : [cell];
    const dates = new Set<CalendarDate>();
    for (const part of parts) {
      if (part === null || part === '' || part === 'なし' || part === '特になし') continue;
      const date = dateOf(part, context, asOf);
      if (date === null) return { ok: false, problem: unreadable(displayOf(part)) };
      dates.add(date);
    }
    return { ok: true, value: [...dates].sort() };
  };
}

function dateOf(part: CellContent, context: CellContext, asOf: CalendarDate): CalendarDate | null {
  const text = typeof part === 'string' ? withoutWeekday(part) : part;
  const full = day(text, context);
  if (full.ok) return full.value;
  return typeof text === 'string' ? nextSuchDay(text, asOf) : null;
}

function nextSuchDay(text: string, asOf: CalendarDate): CalendarDate | null {
  const match = MONTH_AND_DAY.exec(text);
  if (match === null) return null;
  const thisYear = Number(asOf.slice(0, 4));
  const days = [thisYear, thisYear + 1].map((year) => calendarDate(year, Number(match[1]), Number(match[2] ?? match[3])));
  return days.find((date) => date !== null && date >= asOf) ?? null;
}

function withoutWeekday(text: string): string {
  return plainDigits(text)
    .trim()
    .replace(/[（(][日月火水木金土][)）]$/, '');
}

function unreadable(text: string) {
  const code = 'not-an-unavailable-day';
  return { code, message: message(code, { text }), expected: expectation('days') };
}
