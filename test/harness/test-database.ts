import { randomBytes } from 'node:crypto';
import { createDataSource, Database } from '@wakachi/database';
import pg from 'pg';
import type { EntityTarget, ObjectLiteral } from 'typeorm';

export interface TestDatabase {
  /** As the application: an ordinary role, bound by row-level security. */
  readonly db: Database;
  readonly url: string;
  /** As the owner, for what the application must not be able to do. */
  readonly ownerUrl: string;
  asOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T>;
  drop(): Promise<void>;
}

/** A database of its own for one spec, copied from the migrated template on a real PostgreSQL. */
export async function testDatabase(entities: readonly EntityTarget<ObjectLiteral>[] = [], poolSize = 10): Promise<TestDatabase> {
  const adminUrl = process.env['WAKACHI_TEST_ADMIN_URL'] as string;
  const name = `spec_${randomBytes(6).toString('hex')}`;
  await run(adminUrl, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE wakachi_template`));
  const ownerUrl = withDatabase(adminUrl, name);
  const url = new URL(ownerUrl);
  url.username = 'wakachi_test';
  url.password = 'wakachi_test';
  const db = new Database(createDataSource({ url: url.href, entities, poolSize }));
  await db.dataSource.initialize();
  return {
    db,
    url: url.href,
    ownerUrl,
    asOwner: (work) => run(ownerUrl, work),
    drop: async () => {
      await db.close();
      await run(adminUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    },
  };
}

async function run<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function withDatabase(url: string, database: string): string {
  const copy = new URL(url);
  copy.pathname = `/${database}`;
  return copy.href;
}
