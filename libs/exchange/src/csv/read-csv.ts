import { CsvError, parse } from 'csv-parse/sync';
import { unreadable } from '../issue.js';
import { LIMITS } from '../limits.js';
import type { Table } from '../table.js';
import { decodeCsv } from './decode-csv.js';

/** Throws SheetUnreadable. Every value stays text: a leading zero is worth more than a number. */
export function readCsv(bytes: Uint8Array, file: string): Table {
  const place = { file };
  const text = decodeCsv(bytes, place);
  // Text of any language holds no control characters but these; a PDF or a picture does within its first bytes.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (/[\u0000-\u0008\u000e-\u001f]/.test(text.slice(0, 1024))) throw unreadable(place, 'not-a-sheet');
  const rows = parseRows(text, file);
  if (rows.some((row) => row.length > LIMITS.columns)) throw unreadable(place, 'too-many-columns', { limit: LIMITS.columns });
  return { file, dateSystem: '1900', rows, merges: [], warnings: [] };
}

function parseRows(text: string, file: string): string[][] {
  try {
    const rows = parse(text, { bom: true, relax_column_count: true, skip_empty_lines: false, to: LIMITS.rows + 1 });
    if (rows.length > LIMITS.rows) throw unreadable({ file }, 'too-many-rows', { limit: LIMITS.rows });
    return rows;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number(error.lines ?? 0);
    throw unreadable({ file, row: line }, 'csv-broken', { line });
  }
}
