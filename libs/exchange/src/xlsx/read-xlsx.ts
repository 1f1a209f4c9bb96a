import type { RowIssue } from '@wakachi/kernel';
import { type IssuePlace, issueAt, textOf, unreadable } from '../issue.js';
import { LIMITS } from '../limits.js';
import type { Table } from '../table.js';
import { checkZip } from './check-zip.js';
import { nameMonthFormats } from './name-month-formats.js';
import { type ParsedSheet, parseInChild } from './parse-in-child.js';

/** Throws SheetUnreadable. Reads the first visible sheet that has content, and says so when there are more. */
export async function readXlsx(bytes: Uint8Array, file: string): Promise<Table> {
  const place = { file };
  checkZip(bytes, place);
  const answer = await parseInChild(nameMonthFormats(bytes));
  switch (answer.kind) {
    case 'empty':
      throw unreadable(place, 'no-visible-sheet');
    case 'too-many-rows':
      throw unreadable(place, 'too-many-rows', { limit: LIMITS.rows });
    case 'too-many-columns':
      throw unreadable(place, 'too-many-columns', { limit: LIMITS.columns });
    case 'stopped':
      throw unreadable(place, 'parse-limit');
    case 'failed':
      throw answer.reason === 'too-large'
        ? unreadable(place, 'too-many-rows', { limit: LIMITS.rows })
        : unreadable(place, 'sheet-unparsable');
    case 'sheet':
      return tableOf(answer, file);
  }
}

function tableOf(sheet: ParsedSheet, file: string): Table {
  const place = { file, sheet: sheet.name };
  const { name, dateSystem, rows, merges } = sheet;
  return { file, sheet: name, dateSystem, rows, merges, warnings: warningsOf(sheet, place) };
}

function warningsOf(sheet: ParsedSheet, place: IssuePlace): RowIssue[] {
  const unread = sheet.otherSheets.map((name) => issueAt({ ...place, sheet: name }, textOf('sheet-not-read', { sheet: name }), 'warning'));
  const hidden = sheet.hiddenRows.map((row) => issueAt({ ...place, row: row + 1 }, textOf('hidden-row-read'), 'warning'));
  return [...unread, ...hidden];
}
