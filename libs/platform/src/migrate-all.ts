import { migrate } from '@wakachi/database';
import { runMigrations } from 'bullmq';
import pg from 'pg';
import { QUEUE_SCHEMA } from './queue/queue-names.js';

/** Brings our schema and the queue's up to date as the owner, and lets the run-time user in. Safe to call from several processes at once. */
export async function migrateAll(ownerUrl: string, runTimeUser: string): Promise<void> {
  await migrate(ownerUrl, runTimeUser);
  await migrateQueue(ownerUrl);
}

/** Creates or updates BullMQ's schema as the owner, and lets the application use it. */
async function migrateQueue(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await runMigrations(client as never, QUEUE_SCHEMA);
    await client.query(`
      GRANT USAGE ON SCHEMA ${QUEUE_SCHEMA} TO wakachi_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${QUEUE_SCHEMA} TO wakachi_app;
      GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${QUEUE_SCHEMA} TO wakachi_app;
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${QUEUE_SCHEMA} TO wakachi_app`);
  } finally {
    await client.end();
  }
}
