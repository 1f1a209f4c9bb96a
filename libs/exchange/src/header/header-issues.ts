import type { RowIssue } from '@wakachi/kernel';
import { type IssuePlace, issueAt, textOf } from '../issue.js';
import { expectation } from '../messages.js';
import { cellName, type Table } from '../table.js';
import type { Column } from './column.js';
import type { Header, Heading } from './find-header.js';

/** A heading that nobody knows might be the one that matters, so it stops the file instead of being passed over. */
export function headerIssues<K extends string>(table: Table, header: Header<K>, columns: readonly Column<K>[]): RowIssue[] {
  return [...unknownHeadings(table, header, columns), ...duplicateHeadings(table, header), ...missingColumns(table, header, columns)];
}

export function headerNotFound(table: Table, columns: readonly Column[]): RowIssue {
  const required = columns.filter((column) => column.required);
  return issueAt(placeOf(table), textOf('header-not-found', {}, expectation('headers', { headers: namesOf(required) })));
}

function unknownHeadings<K extends string>(table: Table, header: Header<K>, columns: readonly Column<K>[]): RowIssue[] {
  const found = new Set(header.headings.map((heading) => heading.key));
  const free = columns.filter((column) => !found.has(column.key));
  const expected = expectation('known-header', { headers: namesOf(free.length > 0 ? free : columns) });
  return header.headings
    .filter((heading) => heading.key === null)
    .map((heading) => issueAt(placeOfHeading(table, heading), textOf('unknown-column', { header: heading.text }, expected)));
}

function duplicateHeadings<K extends string>(table: Table, header: Header<K>): RowIssue[] {
  const first = new Map<K, Heading<K>>();
  const issues: RowIssue[] = [];
  for (const heading of header.headings) {
    if (heading.key === null) continue;
    const earlier = first.get(heading.key);
    first.set(heading.key, earlier ?? heading);
    if (earlier === undefined) continue;
    const params = { header: heading.text, first: nameOf(earlier), second: nameOf(heading) };
    issues.push(issueAt(placeOfHeading(table, heading), textOf('duplicate-column', params, expectation('once'))));
  }
  return issues;
}

function missingColumns<K extends string>(table: Table, header: Header<K>, columns: readonly Column<K>[]): RowIssue[] {
  const found = new Set(header.headings.map((heading) => heading.key));
  return columns
    .filter((column) => column.required && !found.has(column.key))
    .map((column) => {
      const place = { ...placeOf(table), row: header.firstRow + 1, column: column.names[0] };
      return issueAt(
        place,
        textOf('missing-column', { header: column.names[0] }, expectation('headers', { headers: column.names.join(' / ') })),
      );
    });
}

function placeOf(table: Table): IssuePlace {
  return table.sheet === undefined ? { file: table.file } : { file: table.file, sheet: table.sheet };
}

function placeOfHeading<K extends string>(table: Table, heading: Heading<K>): IssuePlace {
  return { ...placeOf(table), row: heading.row + 1, column: heading.text, cell: nameOf(heading), found: heading.text };
}

function nameOf<K extends string>(heading: Heading<K>): string {
  return cellName(heading.row, heading.column);
}

function namesOf(columns: readonly Column[]): string {
  return columns.map((column) => column.names[0]).join('、');
}
