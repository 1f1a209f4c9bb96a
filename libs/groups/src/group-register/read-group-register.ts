import { openTable, type Reading, reading, readingOf, readSheet } from '@wakachi/exchange';
import type { CalendarDate } from '@wakachi/kernel';
import { GROUP_COLUMNS, type GroupColumn, type GroupRow } from './columns.js';
import type { GroupLine } from './group-line.js';
import { expectation, message } from './messages.js';
import { readGroupLine } from './read-line.js';

/** Reads a register of groups as it arrives. Whole or not at all. */
export function readGroupRegister(bytes: Uint8Array, fileName: string, { asOf }: { asOf: CalendarDate }): Promise<Reading<GroupLine>> {
  return readingOf(async () => {
    const table = openTable<GroupColumn>(await readSheet(bytes, fileName), GROUP_COLUMNS);
    noteDuplicateCodes(table.rows);
    const lines = table.rows.flatMap((row) => readGroupLine(row, asOf) ?? []);
    return reading(lines, table.issues);
  });
}

/** Over all rows, also those that fail elsewhere: one upload should show every error. */
function noteDuplicateCodes(rows: readonly GroupRow[]): void {
  const firstRows = new Map<string, number>();
  for (const row of rows) {
    const code = row.shown('code').normalize('NFKC').toUpperCase();
    if (code === '') continue;
    const first = firstRows.get(code);
    firstRows.set(code, first ?? row.rowNumber);
    if (first === undefined) continue;
    const params = { code, first, second: row.rowNumber };
    row.note('code', { code: 'duplicate-code', message: message('duplicate-code', params), expected: expectation('unique-code') });
  }
}
