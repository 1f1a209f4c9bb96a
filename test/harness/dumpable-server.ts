import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import pg from 'pg';

const run = promisify(execFile);
/** The tests' own server first; it is often newer than the client tools of the machine, which may have one that fits them. */
const CANDIDATES = [process.env['WAKACHI_TEST_ADMIN_URL'], process.env['DRILL_ADMIN_URL'], 'postgres://postgres@127.0.0.1:5432/postgres'];

/** A server that the pg_dump on the PATH can dump; null, loudly, where there is none, and an error with REQUIRE_DUMP. */
export async function dumpableServer(): Promise<string | null> {
  const tools = await run('pg_dump', ['--version']).then(
    ({ stdout }) => Number(/\) (\d+)/.exec(stdout)?.[1]),
    () => 0,
  );
  for (const url of CANDIDATES) {
    const major = url ? await majorOf(url) : null;
    if (url && major !== null && major <= tools) return url;
  }
  const message = `No PostgreSQL that the pg_dump on the PATH (version ${tools || 'none'}) can dump: the tests of a server's backup did NOT run.`;
  if (process.env['REQUIRE_DUMP']) throw new Error(message);
  console.warn(`\n!!!!!!!! ${message} Install the client tools, or set DRILL_ADMIN_URL. !!!!!!!!\n`);
  return null;
}

async function majorOf(url: string): Promise<number | null> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version_num: string }>('SHOW server_version_num');
    return Math.floor(Number(rows[0]?.server_version_num) / 10_000);
  } catch {
    return null;
  } finally {
    await client.end().catch(() => undefined);
  }
}
