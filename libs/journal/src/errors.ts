import { DomainError } from '@wakachi/kernel';
import { messages } from './messages.js';

/** The same id again is the same entry; with other contents it is a mistake. */
export class JournalEntryConflict extends DomainError {
  constructor(entryId: string) {
    super('journal-entry-conflict', 'conflict', messages('entry-conflict', { entry: entryId }), { entryId });
  }
}

/** What `journal_append` raises for it. */
const OTHER_CONTENTS = 'WJ001';

export function isEntryConflict(error: unknown): boolean {
  const { code, driverError } = error as { code?: unknown; driverError?: { code?: unknown } };
  return (driverError?.code ?? code) === OTHER_CONTENTS;
}
