import type { Command } from './io.js';

/**
 * Each command is loaded only when it is called: `allocate`, `compare`, `simulate` and `verify` must run without the application framework and
 * without a database, whatever the other commands need.
 */
export const commands: Readonly<Record<string, () => Promise<Command>>> = {
  allocate: async () => (await import('./commands/allocate.js')).allocateCommand,
  backup: async () => (await import('./commands/backup.js')).backupCommand,
  compare: async () => (await import('./commands/compare.js')).compareCommand,
  'export-journal': async () => (await import('./commands/export-journal.js')).exportJournalCommand,
  'journal-heads': async () => (await import('./commands/journal-heads.js')).journalHeadsCommand,
  migrate: async () => (await import('./commands/migrate.js')).migrateCommand,
  restore: async () => (await import('./commands/restore.js')).restoreCommand,
  simulate: async () => (await import('./commands/simulate.js')).simulateCommand,
  verify: async () => (await import('./commands/verify.js')).verifyCommand,
  'verify-journal': async () => (await import('./commands/verify-journal.js')).verifyJournalCommand,
};
