#!/usr/bin/env node
/**
 * The restore drill: a sample round is walked, backed up, its database destroyed and restored into a new one, which is checked
 * and then used again. Ends with the verifier's verdict: 0 when it holds.
 *
 *   npm run drill                 a server: DRILL_ADMIN_URL, else 127.0.0.1:5432 where one answers as postgres
 *   npm run drill -- --embedded   the embedded database
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

const root = fileURLToPath(new URL('..', import.meta.url));
const place = mkdtempSync(join(tmpdir(), 'wakachi-drill-'));
chmodSync(place, 0o755);
const folder = join(place, 'backup');

class DrillFailed extends Error {}

const adminUrl = process.env.DRILL_ADMIN_URL || 'postgres://postgres@127.0.0.1:5432/postgres';
const ground = process.argv.includes('--embedded') ? embedded() : await server();
try {
  const before = await timed('見本を作る / make the sample', () => standalone(ground.first));
  const backup = await timed('バックアップ / back up', () => wakachi(ground.first, 'backup', folder));
  const lostAt = Date.now();
  await timed('データベースを壊す / destroy the database', ground.destroy);
  const verdict = await timed('戻して検証 / restore and verify', () => wakachi(ground.second, 'restore', folder));
  const after = await timed('戻したものを使う / use what was restored', () => standalone(ground.second));
  const isSame = JSON.stringify(after) === JSON.stringify(before);
  const report = {
    on: ground.name,
    entries: verdict.entries,
    megabytes: Math.round((sizeOf(folder) / 1e6) * 10) / 10,
    backupSeconds: backup.seconds,
    restoreAndVerifySeconds: verdict.seconds,
    secondsFromLossToUse: (Date.now() - lostAt) / 1_000,
    secondsOfWorkAtRisk: (lostAt - Date.parse(backup.takenAt)) / 1_000,
    sameFigures: isSame,
    verdict: verdict.verdict,
  };
  console.log(JSON.stringify(report));
  process.exitCode = verdict.verdict === 'holds' && isSame ? 0 : 1;
} catch (error) {
  if (!(error instanceof DrillFailed)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await ground.clear();
  rmSync(place, { recursive: true, force: true });
}

/** Two databases on one server: what is restored into is not what was dumped. */
async function server() {
  const tag = randomBytes(4).toString('hex');
  const [user, password] = [`wakachi_drill_${tag}`, randomBytes(12).toString('hex')];
  const [lost, restored] = [`wakachi_drill_${tag}_a`, `wakachi_drill_${tag}_b`];
  const environment = (database) => ({
    DATABASE_OWNER_URL: at(adminUrl, database),
    DATABASE_URL: at(adminUrl, database, user, password),
  });
  await administer(`CREATE ROLE ${user} LOGIN PASSWORD '${password}'`, `CREATE DATABASE ${lost}`, `CREATE DATABASE ${restored}`);
  return {
    name: `PostgreSQL ${await administer('SHOW server_version')}`,
    first: environment(lost),
    second: environment(restored),
    destroy: () => administer(`DROP DATABASE ${lost} WITH (FORCE)`),
    clear: () =>
      administer(
        `DROP DATABASE IF EXISTS ${lost} WITH (FORCE)`,
        `DROP DATABASE IF EXISTS ${restored} WITH (FORCE)`,
        `DROP ROLE IF EXISTS ${user}`,
      ),
  };
}

function embedded() {
  const [lost, restored] = [join(place, 'lost'), join(place, 'restored')];
  return {
    name: 'embedded PostgreSQL',
    first: { WAKACHI_HOME: lost },
    second: { WAKACHI_HOME: restored },
    destroy: () => rmSync(lost, { recursive: true }),
    clear: () => undefined,
  };
}

async function administer(...statements) {
  const client = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 3_000 });
  await client.connect().catch((error) => {
    rmSync(place, { recursive: true, force: true });
    console.error(
      `${new URL(adminUrl).host} につながりません（${error.code}）。DRILL_ADMIN_URL を指定するか、npm run drill -- --embedded をどうぞ。 / No PostgreSQL there: set DRILL_ADMIN_URL, or drill with --embedded.`,
    );
    process.exit(1);
  });
  let last;
  for (const statement of statements) last = await client.query(statement);
  await client.end();
  return Object.values(last.rows[0] ?? {})[0];
}

function at(url, database, user, password) {
  const copy = new URL(url);
  copy.pathname = `/${database}`;
  if (user) Object.assign(copy, { username: user, password });
  return copy.href;
}

function standalone(env) {
  return lastLine(env, 'bin/start.mjs', 'standalone', '--once');
}

function wakachi(env, ...args) {
  return lastLine(env, 'bin/wakachi.mjs', ...args);
}

/** What a program says last, which is JSON. */
async function lastLine(env, ...args) {
  const blank = { DATABASE_URL: '', DATABASE_OWNER_URL: '', DATABASE_BACKUP_URL: '', REDIS_URL: '' };
  const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...blank, ...env }, stdio: ['ignore', 'pipe', 2] });
  let out = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (out === '') throw new DrillFailed(`${args.join(' ')}: ${code}`);
  return JSON.parse(out.trim().split('\n').at(-1));
}

async function timed(what, work) {
  const began = Date.now();
  const result = await work();
  console.log(`${what}: ${((Date.now() - began) / 1_000).toFixed(1)} s`);
  return result;
}

function sizeOf(path) {
  return readdirSync(path, { recursive: true }).reduce((sum, name) => sum + statSync(join(path, name)).size, 0);
}
