import type { Bilingual, MessageParams, RowIssue } from '@wakachi/kernel';
import { type ExchangeCode, expectation, message } from './messages.js';
import { SheetUnreadable } from './row-issue.js';

export interface IssuePlace {
  readonly file: string;
  readonly sheet?: string;
  readonly row?: number;
  readonly column?: string;
  readonly cell?: string;
  readonly found?: string;
}

export interface IssueText {
  readonly code: string;
  readonly message: Bilingual;
  readonly expected: Bilingual;
}

export function issueAt(place: IssuePlace, text: IssueText, severity: RowIssue['severity'] = 'error'): RowIssue {
  return {
    file: place.file,
    ...(place.sheet === undefined ? {} : { sheet: place.sheet }),
    row: place.row ?? 0,
    column: place.column ?? '',
    ...(place.cell === undefined ? {} : { cell: place.cell }),
    found: shorten(place.found ?? ''),
    expected: text.expected,
    message: text.message,
    severity,
    code: text.code,
  };
}

export function textOf(code: ExchangeCode, params: MessageParams = {}, expected: Bilingual = expectation('sheet')): IssueText {
  return { code, message: message(code, params), expected };
}

/** Stops at once: there is no sheet to list further errors of. */
export function unreadable(place: IssuePlace, code: ExchangeCode, params: MessageParams = {}): SheetUnreadable {
  return new SheetUnreadable([issueAt(place, textOf(code, params))]);
}

/** A cell may hold megabytes; a message shouldn't. */
function shorten(found: string): string {
  return found.length > 100 ? `${found.slice(0, 100)}…` : found;
}
