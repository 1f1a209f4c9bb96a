import { join } from 'node:path';
import type { Bilingual } from '@wakachi/kernel';
import type pg from 'pg';
import { EXIT } from '../exit.js';
import { Failure } from '../failure.js';
import { whatDoesNotHold } from './checks.js';
import { databaseOf, runTool, toolVersion } from './client-tool.js';
import { assertMayRestore, assertReadsEverything, connected, majorVersion } from './connect.js';
import { type Manifest, readIsolation, type Survey, writeIsolation } from './manifest.js';
import { messages } from './messages.js';
import { isolation, survey } from './survey.js';

const DUMP = 'database.dump';

/** Dumps the database of `url` into the folder; the survey and the dump see the same moment. */
export function dumpServer(url: string, folder: string): Promise<Survey & { tools: number }> {
  return connected(url, async (client) => {
    const tools = await toolVersion('pg_dump', await majorVersion(client));
    await assertReadsEverything(client);
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const found = await survey(client);
    await writeIsolation(folder, await isolation(client));
    const { rows } = await client.query<{ snapshot: string }>('SELECT pg_export_snapshot() AS snapshot');
    const snapshot = `--snapshot=${rows[0]?.snapshot}`;
    await runTool('pg_dump', ['--format=custom', '--no-password', snapshot, `--file=${join(folder, DUMP)}`], url);
    await client.query('COMMIT');
    return { ...found, tools };
  });
}

/** Restores into the empty database of `url`, all or nothing; answers what does not hold in it. */
export function restoreServer(url: string, folder: string, manifest: Manifest): Promise<Bilingual[]> {
  return connected(url, async (client) => {
    await assertCanTakeIt(client, manifest);
    await makeRoles(client, manifest.roles);
    const options = ['--no-owner', '--single-transaction', '--exit-on-error', '--no-password', `--dbname=${databaseOf(url)}`];
    await runTool('pg_restore', [...options, join(folder, DUMP)], url);
    await handFunctionsOver(client, manifest.functionOwners);
    // Whoever meets the planner first should not find it thinking that all tables are empty.
    await client.query('ANALYZE');
    return whatDoesNotHold(client, manifest, await readIsolation(folder));
  });
}

async function assertCanTakeIt(client: pg.Client, manifest: Manifest): Promise<void> {
  await toolVersion('pg_restore', manifest.tools ?? 0);
  const [found, major] = [await majorVersion(client), Number.parseInt(manifest.server, 10)];
  if (found < major) throw new Failure(EXIT.unavailable, messages('server-too-old', { found, major }));
  await assertMayRestore(client);
  const { rows } = await client.query<{ table: string }>(
    `SELECT c.oid::regclass::text AS table FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' LIMIT 1`,
  );
  if (rows[0]) throw new Failure(EXIT.cannotWrite, messages('not-empty', { table: rows[0].table }), client.database);
}

/** Roles belong to the server, not to the database, so the dump has none. */
async function makeRoles(client: pg.Client, roles: readonly string[]): Promise<void> {
  for (const role of roles.map((name) => client.escapeIdentifier(name))) {
    await client.query(`DO $$ BEGIN CREATE ROLE ${role} NOLOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`);
    await client.query(`GRANT ${role} TO CURRENT_USER`);
  }
}

/** Restored, every function belongs to whoever restores: to an administrator, whom row-level security does not bind. */
async function handFunctionsOver(client: pg.Client, owners: Manifest['functionOwners']): Promise<void> {
  await client.query('BEGIN');
  for (const [signature, owner] of Object.entries(owners)) {
    const role = client.escapeIdentifier(owner);
    await client.query(`GRANT CREATE ON SCHEMA public TO ${role}`);
    await client.query(`ALTER FUNCTION ${signature} OWNER TO ${role}`);
    await client.query(`REVOKE CREATE ON SCHEMA public FROM ${role}`);
  }
  await client.query('COMMIT');
}
