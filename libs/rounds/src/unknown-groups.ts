import type { RowIssue } from '@wakachi/kernel';
import type { EntryAnswer } from './entry-answers/entry-answer.js';
import { messages } from './messages.js';

/** Every answer of a group that the register does not have, as a place to mend. */
export function unknownGroups(answers: readonly EntryAnswer[], codes: ReadonlySet<string>, file: string): RowIssue[] {
  return answers
    .filter((answer) => !codes.has(answer.groupCode))
    .map((answer) => ({
      file,
      row: answer.rowNumber,
      column: '団体コード',
      found: answer.groupCode,
      expected: messages('registered-code'),
      message: messages('entry-of-unknown-group', { code: answer.groupCode }),
      severity: 'error' as const,
      code: 'group-unknown',
    }));
}
