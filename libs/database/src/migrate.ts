import { DataSource } from 'typeorm';
import { MIGRATIONS } from './migrations/index.js';

/** Any number that all migrators agree on. */
const MIGRATION_LOCK = 4_627_001;

/**
 * Brings the schema up to date as the owner and lets the run-time user in. Safe to call from several processes at once.
 *
 * @param runTimeUser the user of DATABASE_URL; created without a password only where `createRunTimeUser` says how
 */
export async function migrate(ownerUrl: string, runTimeUser: string): Promise<void> {
  const owner = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations: MIGRATIONS,
    migrationsTransactionMode: 'each',
    installExtensions: false,
    poolSize: 2,
  });
  await owner.initialize();
  const lock = owner.createQueryRunner();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await owner.runMigrations();
    await owner.query(`GRANT wakachi_app TO ${quoteIdentifier(runTimeUser)}`);
  } finally {
    await lock.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    await lock.release();
    await owner.destroy();
  }
}

/** For the embedded database and for tests: an ordinary user that the application runs as. */
export async function ensureRunTimeUser(ownerUrl: string, name: string, password: string): Promise<void> {
  const owner = new DataSource({ type: 'postgres', url: ownerUrl, installExtensions: false, poolSize: 1 });
  await owner.initialize();
  try {
    await owner.query(
      `DO $$ BEGIN CREATE ROLE ${quoteIdentifier(name)} LOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`,
    );
    await owner.query(
      `ALTER ROLE ${quoteIdentifier(name)} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE PASSWORD '${password.replaceAll("'", "''")}'`,
    );
  } finally {
    await owner.destroy();
  }
}

function quoteIdentifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
