export { Chain } from './chain.js';
export { JournalEntryConflict } from './errors.js';
export { exportJournal } from './export/export-journal.js';
export { currentHeads, headLine, readHead, type StoredHead } from './export/heads.js';
export { firstBrokenEntry, type JournalRow } from './first-broken-entry.js';
export { type AuditEntry, Journal, type JournalHead } from './journal.js';
export { JournalModule } from './journal.module.js';
export type { JournalFault, Verdict } from './verify/journal-verifier.js';
export { verifyJournal } from './verify/verify-journal.js';
