import type { RowIssue } from '@wakachi/kernel';
import { type IssueText, issueAt, textOf } from './issue.js';
import { expectation } from './messages.js';
import { type CellContent, cellName, displayOf, isBlank, isCellError, type Table } from './table.js';
import type { CellParser } from './values/parsed.js';

/** A line whose fields may each have failed. */
export type Unread<T> = { readonly [K in keyof T]: T[K] | undefined };

/** Gives meaning to the cells of one row; what it can't read it notes, and goes on. */
export class RowReader<K extends string> {
  constructor(
    private readonly table: Table,
    private readonly index: number,
    private readonly headings: ReadonlyMap<K, { readonly column: number; readonly text: string }>,
    private readonly issues: RowIssue[],
  ) {}

  /** As on screen, from 1. */
  get rowNumber(): number {
    return this.index + 1;
  }

  cell(key: K): CellContent {
    const heading = this.headings.get(key);
    return heading === undefined ? null : (this.table.rows[this.index]?.[heading.column] ?? null);
  }

  isBlank(key: K): boolean {
    return isBlank(this.cell(key));
  }

  /** What the cell says, trimmed; for messages and for texts that are kept as they are. */
  shown(key: K): string {
    return displayOf(this.cell(key)).trim();
  }

  headerOf(key: K): string {
    return this.headings.get(key)?.text ?? '';
  }

  /** Undefined means unread: the issue is noted. */
  read<T>(key: K, parser: CellParser<T>): T | undefined {
    const cell = this.cell(key);
    if (isCellError(cell)) {
      this.note(key, textOf('formula-error', { found: cell.error }, expectation('plain-cell')));
      return undefined;
    }
    const parsed = parser(cell, { dateSystem: this.table.dateSystem, header: this.headerOf(key) });
    if (parsed.ok) return parsed.value;
    this.note(key, parsed.problem);
    return undefined;
  }

  note(key: K, text: IssueText, severity: RowIssue['severity'] = 'error'): void {
    const heading = this.headings.get(key);
    const place = {
      file: this.table.file,
      ...(this.table.sheet === undefined ? {} : { sheet: this.table.sheet }),
      row: this.rowNumber,
      column: heading?.text ?? '',
      ...(heading === undefined ? {} : { cell: cellName(this.index, heading.column) }),
      found: this.shown(key),
    };
    this.issues.push(issueAt(place, text, severity));
  }
}

/** The line, or null when a field of it is unread. */
export function complete<T extends object>(fields: Unread<T>): T | null {
  return Object.values(fields).includes(undefined) ? null : (fields as T);
}
