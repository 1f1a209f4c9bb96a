export { type AuditEntry, Journal, type JournalHead } from './journal.js';
export { JournalModule } from './journal.module.js';
export { firstBrokenEntry, type JournalRow } from './verify-chain.js';
