/** A day without a time or zone, as `YYYY-MM-DD`; such strings sort as the days do. */
export type CalendarDate = string;

const DAY_MS = 86_400_000;

/** The day, or null when there is none such (2026-02-30). Years 1900–2999 only: anything else is a typing error. */
export function calendarDate(year: number, month: number, day: number): CalendarDate | null {
  if (!Number.isInteger(year) || year < 1900 || year > 2999) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

export function isCalendarDate(text: string): text is CalendarDate {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match !== null && calendarDate(Number(match[1]), Number(match[2]), Number(match[3])) === text;
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from `start` to `end`; negative when `end` is earlier. */
export function daysBetween(start: CalendarDate, end: CalendarDate): number {
  return Math.round((Date.parse(`${end}T00:00:00Z`) - Date.parse(`${start}T00:00:00Z`)) / DAY_MS);
}

/** Null when there is no such month. */
export function lastDayOfMonth(year: number, month: number): CalendarDate | null {
  const first = calendarDate(year, month, 1);
  if (first === null) return null;
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** 0 = Sunday … 6 = Saturday. */
export function weekdayOf(date: CalendarDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

/** Kept: a new one for each day that is asked for costs forty times the time, and memory outside the heap. */
const formatters = new Map<string, Intl.DateTimeFormat>();

export function calendarDateIn(timeZone: string, instant: Date): CalendarDate {
  const known = formatters.get(timeZone);
  if (known) return known.format(instant);
  const formatter = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  formatters.set(timeZone, formatter);
  return formatter.format(instant);
}
