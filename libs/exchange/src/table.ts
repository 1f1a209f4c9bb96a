import type { CalendarDate, RowIssue } from '@wakachi/kernel';

/** A day (and time) as Excel keeps it: a wall clock without a zone, `YYYY-MM-DDTHH:MM:SS`. */
export interface CellDateTime {
  readonly dateTime: string;
  /** Shown as a year and month (2027年5月): that is what was meant, not its first day. */
  readonly monthOnly?: boolean;
}

/** A formula without a result, `#REF!` and their kind. It poisons its row, whatever the column. */
export interface CellError {
  readonly error: string;
}

/** What a cell holds, before anybody gives it a meaning. Null is a blank cell. */
export type CellContent = string | number | boolean | CellDateTime | CellError | null;

/** Which day serial 0 is: Excel for Mac once counted from 1904. */
export type DateSystem = '1900' | '1904';

/** Zero-based and inclusive. */
export interface MergedRange {
  readonly startRow: number;
  readonly startColumn: number;
  readonly endRow: number;
  readonly endColumn: number;
}

/** One sheet as it arrived: nothing trimmed, nothing interpreted. `rows[0]` is row 1 on screen. */
export interface Table {
  readonly file: string;
  readonly sheet?: string;
  readonly dateSystem: DateSystem;
  readonly rows: readonly (readonly CellContent[])[];
  readonly merges: readonly MergedRange[];
  readonly warnings: readonly RowIssue[];
}

export function isBlank(cell: CellContent | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}

export function isCellError(cell: CellContent | undefined): cell is CellError {
  return typeof cell === 'object' && cell !== null && 'error' in cell;
}

export function isCellDateTime(cell: CellContent | undefined): cell is CellDateTime {
  return typeof cell === 'object' && cell !== null && 'dateTime' in cell;
}

/** The cell as a person would read it off the screen, for messages. */
export function displayOf(cell: CellContent | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (isCellError(cell)) return cell.error;
  if (isCellDateTime(cell)) return cell.monthOnly ? dayOf(cell).slice(0, 7) : dayOf(cell);
  return String(cell);
}

export function dayOf(cell: CellDateTime): CalendarDate {
  return cell.dateTime.slice(0, 10);
}

/** Zero-based row and column to `A1`. */
export function cellName(row: number, column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return `${letters}${row + 1}`;
}
