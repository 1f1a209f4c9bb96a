import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { EmbeddedPostgres, ensureRunTimeUser } from '../../dist/libs/database/src/index.js';
import { migrateAll } from '../../dist/libs/platform/src/index.js';
import { withCleanUp } from './clean-up.mjs';

/** Of its own, so that a bench on a server that is there already touches nobody else's. */
const RUN_TIME_USER = `wakachi_bench_${randomBytes(4).toString('hex')}`;
const PASSWORD = randomBytes(18).toString('hex');

/** The server of BENCH_DATABASE_OWNER_URL, or the embedded one with the settings that `npm start` gives it: nothing is unsafe. */
export async function withServer(work) {
  const given = process.env.BENCH_DATABASE_OWNER_URL;
  if (given) return withRunTimeUser(given, async () => work(await describe(given, 'given')));
  return withTemporaryHome(async (home) => {
    const server = await EmbeddedPostgres.start({ home });
    return withCleanUp(
      () => server.stop(),
      async () => work(await describe(server.ownerUrl(), 'embedded')),
    );
  });
}

/** A migrated database of its own, dropped afterwards: `url` is the ordinary run-time role's, `ownerUrl` the owner's. */
export async function withFreshDatabase(server, work) {
  const name = `wakachi_bench_${randomBytes(6).toString('hex')}`;
  await onServer(server.ownerUrl, `CREATE DATABASE ${name}`);
  return withCleanUp(
    () => onServer(server.ownerUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
    async () => {
      const ownerUrl = withParts(server.ownerUrl, { pathname: `/${name}` });
      await ensureRunTimeUser(ownerUrl, RUN_TIME_USER, PASSWORD);
      await migrateAll(ownerUrl, RUN_TIME_USER);
      return work({ url: withParts(ownerUrl, { username: RUN_TIME_USER, password: PASSWORD }), ownerUrl });
    },
  );
}

/** The server's user may be another one, who has to be able to enter. */
export async function withTemporaryHome(work) {
  const home = await mkdtemp(join(tmpdir(), 'wakachi-bench-'));
  await chmod(home, 0o755);
  return withCleanUp(
    () => rm(home, { recursive: true, force: true }),
    () => work(home),
  );
}

function withRunTimeUser(ownerUrl, work) {
  return withCleanUp(() => onServer(ownerUrl, `DROP ROLE IF EXISTS ${RUN_TIME_USER}`), work);
}

async function describe(ownerUrl, origin) {
  const settings = {};
  for (const name of ['server_version', 'fsync', 'synchronous_commit', 'full_page_writes', 'shared_buffers']) {
    settings[name] = (await onServer(ownerUrl, `SHOW ${name}`)).rows[0][name];
  }
  return { ownerUrl, origin, settings };
}

async function onServer(url, statement) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
}

function withParts(url, parts) {
  return Object.assign(new URL(url), parts).href;
}
