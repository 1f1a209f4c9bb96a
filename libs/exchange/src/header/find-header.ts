import { LIMITS } from '../limits.js';
import { displayOf, isBlank, type Table } from '../table.js';
import { type Column, foldHeader } from './column.js';

/** One heading as it stands on the sheet; `key` is null when no column answers to it. */
export interface Heading<K extends string> {
  readonly column: number;
  readonly row: number;
  readonly text: string;
  readonly key: K | null;
}

export interface Header<K extends string> {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly headings: readonly Heading<K>[];
}

/**
 * The header is where the most known columns are named: titles and notes above it name none. One row or two (縦 below
 * 寸法(mm)); the simpler one when both explain as much. Null when no row names a third of what is required.
 */
export function findHeader<K extends string>(table: Table, columns: readonly Column<K>[]): Header<K> | null {
  const keys = new Map(columns.flatMap((column) => column.names.map((name) => [foldHeader(name), column.key] as const)));
  let best: Header<K> | null = null;
  let bestScore = 0;
  for (let row = 0; row < Math.min(table.rows.length, LIMITS.headerSearchRows); row += 1) {
    for (const header of [oneRowHeader(table, row, keys), twoRowHeader(table, row, keys)]) {
      const score = new Set(header.headings.map((heading) => heading.key).filter((key) => key !== null)).size;
      if (score > bestScore) {
        best = header;
        bestScore = score;
      }
    }
  }
  const wanted = columns.filter((column) => column.required).length;
  return bestScore >= Math.max(2, Math.ceil(wanted / 3)) ? best : null;
}

function oneRowHeader<K extends string>(table: Table, row: number, keys: ReadonlyMap<string, K>): Header<K> {
  const headings = (table.rows[row] ?? []).flatMap((cell, column) =>
    isBlank(cell) ? [] : [headingOf(column, row, textAt(table, row, column), keys)],
  );
  return { firstRow: row, lastRow: row, headings };
}

function twoRowHeader<K extends string>(table: Table, row: number, keys: ReadonlyMap<string, K>): Header<K> {
  const width = Math.max(table.rows[row]?.length ?? 0, table.rows[row + 1]?.length ?? 0);
  const headings: Heading<K>[] = [];
  let group = '';
  for (let column = 0; column < width; column += 1) {
    const upper = textAt(table, row, column);
    const lower = textAt(table, row + 1, column);
    if (upper !== '') group = lower === '' ? '' : upper;
    const text = lower === '' ? upper : group === '' ? lower : `${group}/${lower}`;
    if (text !== '') headings.push(headingOf(column, lower === '' ? row : row + 1, text, keys));
  }
  return { firstRow: row, lastRow: row + 1, headings };
}

function headingOf<K extends string>(column: number, row: number, text: string, keys: ReadonlyMap<string, K>): Heading<K> {
  return { column, row, text, key: keys.get(foldHeader(text)) ?? null };
}

function textAt(table: Table, row: number, column: number): string {
  return displayOf(table.rows[row]?.[column]).replace(/\s+/g, ' ').trim();
}
