import { type CalendarDate, calendarDate } from '@wakachi/kernel';

interface Era {
  readonly names: readonly string[];
  readonly firstDay: CalendarDate;
  readonly lastDay: CalendarDate | null;
}

/** Source: 元号法 and the cabinet orders under it (平成 1989-01-08, 令和 2019-05-01). */
const ERAS: readonly Era[] = [
  { names: ['令和', 'R'], firstDay: '2019-05-01', lastDay: null },
  { names: ['平成', 'H'], firstDay: '1989-01-08', lastDay: '2019-04-30' },
  { names: ['昭和', 'S'], firstDay: '1926-12-25', lastDay: '1989-01-07' },
];

/** The western year of an era's year; 元 is its first. Null for an unknown era. */
export function westernYear(era: string, year: string): number | null {
  const found = eraNamed(era);
  if (found === undefined) return null;
  return Number(found.firstDay.slice(0, 4)) + (year === '元' ? 1 : Number(year)) - 1;
}

/** 平成38年 is written by habit and means something else to everybody: refuse it. */
export function isWithinEra(era: string, year: number, month: number, day: number | null): boolean {
  const found = eraNamed(era);
  const first = calendarDate(year, month, day ?? 1);
  const last = day === null ? calendarDate(year, month, 28) : first;
  if (found === undefined || first === null || last === null) return false;
  return last >= found.firstDay && (found.lastDay === null || first <= found.lastDay);
}

function eraNamed(name: string): Era | undefined {
  return ERAS.find((era) => era.names.includes(name.toUpperCase()));
}
