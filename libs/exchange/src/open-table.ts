import type { RowIssue } from '@wakachi/kernel';
import type { Column } from './header/column.js';
import { findHeader, type Header } from './header/find-header.js';
import { headerIssues, headerNotFound } from './header/header-issues.js';
import { issueAt, textOf } from './issue.js';
import { expectation } from './messages.js';
import { SheetUnreadable } from './row-issue.js';
import { RowReader } from './row-reader.js';
import { type CellContent, cellName, displayOf, isBlank, type MergedRange, type Table } from './table.js';

/** A table whose header is understood: its rows, ready to be read, and the list that collects what is wrong with them. */
export interface OpenTable<K extends string> {
  readonly rows: readonly RowReader<K>[];
  readonly issues: RowIssue[];
}

/** Throws SheetUnreadable when the header is not the one asked for. Blank rows are passed over. */
export function openTable<K extends string>(table: Table, columns: readonly Column<K>[]): OpenTable<K> {
  const header = findHeader(table, columns);
  if (header === null) throw new SheetUnreadable([headerNotFound(table, columns)]);
  const wrong = headerIssues(table, header, columns);
  if (wrong.length > 0) throw new SheetUnreadable(wrong);

  const issues: RowIssue[] = [...table.warnings, ...mergedData(table, header)];
  const headings = new Map(header.headings.flatMap((heading) => (heading.key === null ? [] : [[heading.key, heading] as const])));
  const rows: RowReader<K>[] = [];
  for (let index = header.lastRow + 1; index < table.rows.length; index += 1) {
    const cells = table.rows[index] ?? [];
    if (cells.every(isBlank)) continue;
    if (isNote(cells)) {
      issues.push(issueAt({ ...placeOf(table), row: index + 1, found: noteText(cells) }, textOf('note-row-skipped'), 'warning'));
      continue;
    }
    issues.push(...cellsWithoutHeader(table, header, index));
    rows.push(new RowReader(table, index, headings, issues));
  }
  if (rows.length === 0) throw new SheetUnreadable([issueAt({ ...placeOf(table), row: header.lastRow + 1 }, textOf('no-rows'))]);
  return { rows, issues };
}

/** A lone cell that begins with ※ or 注 is a remark to the reader, not a line. */
function isNote(cells: readonly CellContent[]): boolean {
  return cells.filter((cell) => !isBlank(cell)).length === 1 && /^\s*(※|注[)）:：])/.test(noteText(cells));
}

function noteText(cells: readonly CellContent[]): string {
  return displayOf(cells.find((cell) => !isBlank(cell)));
}

function cellsWithoutHeader<K extends string>(table: Table, header: Header<K>, row: number): RowIssue[] {
  const headed = new Set(header.headings.map((heading) => heading.column));
  return (table.rows[row] ?? []).flatMap((cell, column) => {
    if (isBlank(cell) || headed.has(column)) return [];
    const place = { ...placeOf(table), row: row + 1, cell: cellName(row, column), found: displayOf(cell) };
    return [issueAt(place, textOf('data-without-header', {}, expectation('plain-cell')))];
  });
}

/** Only the first cell of a merged block holds the value: does the rest share it, or is it blank? Nobody can tell. */
function mergedData<K extends string>(table: Table, header: Header<K>): RowIssue[] {
  return table.merges
    .filter((merge) => merge.endRow > header.lastRow && coversFilledRow(table, merge, header.lastRow))
    .map((merge) => {
      const { startRow, startColumn } = merge;
      const found = displayOf(table.rows[startRow]?.[startColumn]);
      const place = { ...placeOf(table), row: startRow + 1, cell: cellName(startRow, startColumn), found };
      return issueAt(place, textOf('merged-data', {}, expectation('plain-cell')));
    });
}

function coversFilledRow(table: Table, merge: MergedRange, lastHeaderRow: number): boolean {
  for (let row = Math.max(merge.startRow, lastHeaderRow + 1); row <= merge.endRow; row += 1) {
    const cells = table.rows[row] ?? [];
    if (!cells.every(isBlank) && !isNote(cells)) return true;
  }
  return false;
}

function placeOf(table: Table): { file: string; sheet?: string } {
  return table.sheet === undefined ? { file: table.file } : { file: table.file, sheet: table.sheet };
}
