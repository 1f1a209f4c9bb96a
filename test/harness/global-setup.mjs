import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { EmbeddedPostgres, ensureRunTimeUser } from '../../dist/libs/database/src/index.js';
import { migrateAll } from '../../dist/libs/platform/src/index.js';

const TEMPLATE = 'wakachi_template';

/**
 * One server for all specs, with one migrated database that each spec copies. `TEST_DATABASE_OWNER_URL` names a server that is
 * there already; otherwise an embedded one is started, which keeps nothing.
 */
export default async function globalSetup() {
  const given = process.env.TEST_DATABASE_OWNER_URL;
  const server = given ? null : await EmbeddedPostgres.start({ home: await freshHome(), unsafe: true });
  globalThis.__WAKACHI_SERVER__ = server;
  const adminUrl = given ?? server.ownerUrl();
  const templateUrl = withDatabase(adminUrl, TEMPLATE);
  await admin(adminUrl, [`DROP DATABASE IF EXISTS ${TEMPLATE} WITH (FORCE)`, `CREATE DATABASE ${TEMPLATE}`]);
  await ensureRunTimeUser(templateUrl, 'wakachi_test', 'wakachi_test');
  await migrateAll(templateUrl, 'wakachi_test');
  process.env.WAKACHI_TEST_ADMIN_URL = adminUrl;
}

async function freshHome() {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith('wakachi-test-')) continue;
    const [, owner] = /^wakachi-test-(\d+)-/.exec(name) ?? [];
    if (owner && !isAlive(Number(owner))) await stopLeftOver(join(tmpdir(), name));
  }
  const home = await mkdtemp(join(tmpdir(), `wakachi-test-${process.pid}-`));
  await chmod(home, 0o755);
  return home;
}

/** A test run that was killed leaves its server behind. */
async function stopLeftOver(home) {
  await EmbeddedPostgres.start({ home, unsafe: true })
    .then((server) => server.stop())
    .catch(() => undefined);
  await rm(home, { recursive: true, force: true });
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function withDatabase(url, database) {
  const copy = new URL(url);
  copy.pathname = `/${database}`;
  return copy.href;
}

async function admin(url, statements) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
