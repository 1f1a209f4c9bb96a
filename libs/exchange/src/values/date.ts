import {
  addDays,
  type Bilingual,
  type CalendarDate,
  calendarDate,
  calendarDateIn,
  lastDayOfMonth,
  type PreciseDate,
} from '@wakachi/kernel';
import { expectation } from '../messages.js';
import { type CellContent, type DateSystem, dayOf, displayOf, isBlank, isCellDateTime } from '../table.js';
import { blankProblem, type CellContext, type CellParser, type Parsed, problem, value } from './parsed.js';
import { type WrittenDate, writtenDate } from './written-date.js';

/** Labels, agreements and deliveries lie in this span; year 9999 stands for "never" and is no date. */
const EARLIEST_YEAR = 1926;
const LATEST_YEAR = 2099;

/** A date label: a day, or a year and month that means the month's end. */
export const labelDate: CellParser<PreciseDate> = (cell, context) => {
  const expected = expectation('day-or-month');
  const date = dateIn(cell, context, expected);
  if (!date.ok) return date;
  const raw = displayOf(cell).trim();
  const { year, month, day } = date.value;
  const effectiveUntil = day === null ? lastDayOfMonth(year, month) : calendarDate(year, month, day);
  if (effectiveUntil === null || year < EARLIEST_YEAR || year > LATEST_YEAR) return problem(cell, 'no-such-date', expected);
  return value({ raw, precision: day === null ? 'month' : 'day', effectiveUntil });
};

/** A day and nothing less. */
export const day: CellParser<CalendarDate> = (cell, context) => {
  const date = labelDate(cell, context);
  if (!date.ok) return { ok: false, problem: { ...date.problem, expected: expectation('day') } };
  return date.value.precision === 'day' ? value(date.value.effectiveUntil) : problem(cell, 'month-only', expectation('day'));
};

/** A form's time stamp, a wall clock in Japan, as ISO 8601 with its offset. */
export const timestamp: CellParser<string> = (cell, context) => {
  const text = isCellDateTime(cell) ? cell.dateTime.replace('T', ' ') : displayOf(cell).trim();
  const [date = '', time = '00:00:00'] = text.split(/\s+/, 2);
  const on = day(isBlank(cell) ? null : date, context);
  if (!on.ok) return on;
  const clock = /^([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/.exec(time);
  if (clock === null) return problem(cell, 'not-a-date', expectation('day'));
  const [, hours = '', minutes = '', seconds = '00'] = clock;
  return value(`${on.value}T${hours.padStart(2, '0')}:${minutes}:${seconds}+09:00`);
};

function dateIn(cell: CellContent, context: CellContext, expected: Bilingual): Parsed<WrittenDate> {
  if (isBlank(cell)) return blankProblem(context, expected);
  if (isCellDateTime(cell)) {
    const shown = dayParts(dayOf(cell));
    return shown.ok && cell.monthOnly ? value({ ...shown.value, day: null }) : shown;
  }
  if (typeof cell === 'number') {
    const date = dayOfSerial(cell, context.dateSystem);
    return date === null ? problem(cell, 'not-a-date', expected) : dayParts(date);
  }
  if (typeof cell !== 'string') return problem(cell, 'not-a-date', expected);
  const instant = instantIn(cell);
  if (instant !== null) return dayParts(instant);
  const written = writtenDate(cell);
  return written.ok ? value(written.date) : problem(cell, written.code, expected);
}

function dayParts(date: CalendarDate): Parsed<WrittenDate> {
  return value({ year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) });
}

/** `2027-05-20T15:00:00Z` is 21 May in Japan, where the label was printed. */
function instantIn(text: string): CalendarDate | null {
  const trimmed = text.trim();
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?$/.test(trimmed)) return null;
  if (!/(Z|[+-]\d{2}:\d{2})$/.test(trimmed)) return trimmed.slice(0, 10);
  const instant = new Date(trimmed);
  return Number.isNaN(instant.getTime()) ? null : calendarDateIn('Asia/Tokyo', instant);
}

/**
 * A day number that lost its date format. Only whole numbers of this century: 2027.1 may be January or October (Excel
 * drops the last zero of 2027.10), and 2027 is the year, not 1905. Serial 60 is a 29 February that never was; every
 * day here lies after it.
 */
function dayOfSerial(serial: number, system: DateSystem): CalendarDate | null {
  if (!Number.isInteger(serial) || serial < 0 || serial > 80_000) return null;
  const date = system === '1904' ? addDays('1904-01-01', serial) : addDays('1899-12-30', serial);
  return date >= '2000-01-01' ? date : null;
}
