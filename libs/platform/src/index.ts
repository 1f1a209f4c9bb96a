export { type Config, readConfig } from './config.js';
export { ImportBatch } from './imports/import-batch.entity.js';
export { ImportRefused } from './imports/import-refused.js';
export { AlreadyImported, type ImportFile, recordImport } from './imports/record-import.js';
export { appendToOutbox, type OutboxEvent } from './outbox/outbox.js';
export { OutboxRelay, type Send } from './outbox/outbox-relay.js';
export { migrateQueue } from './queue/migrate-queue.js';
export { QueueModule, type QueueOptions, queueBackend } from './queue/queue.module.js';
export { QUEUE_SCHEMA, ROUND_RUNS } from './queue/queue-names.js';
