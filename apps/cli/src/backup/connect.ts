import pg from 'pg';
import { EXIT } from '../exit.js';
import { Failure } from '../failure.js';
import { messages } from './messages.js';

interface RoleRow {
  readonly role: string;
  readonly superuser: boolean;
  readonly bypasses: boolean;
  readonly createsRoles: boolean;
}

/** Runs `work` on one connection whose names are always written out with their schema. */
export async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    await client.query(`SELECT set_config('search_path', 'pg_catalog', false)`);
  } catch (error) {
    await client.end().catch(() => undefined);
    const code = (error as { code?: string }).code ?? (error as Error).name;
    throw new Failure(EXIT.unavailable, messages('unreachable', { code }), new URL(url).host);
  }
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export async function majorVersion(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ number: number }>(`SELECT current_setting('server_version_num')::int AS number`);
  return Math.floor((rows[0]?.number ?? 0) / 10_000);
}

/**
 * Every tenant table has FORCEd row-level security, so not even its owner sees the rows. A backup by such a role would fail in
 * the middle or, worse, hold nothing.
 */
export async function assertReadsEverything(client: pg.Client): Promise<void> {
  const { role, superuser, bypasses } = await currentRole(client);
  if (!superuser && !bypasses) throw new Failure(EXIT.noPermission, messages('role-blind', { role }));
  const { rows } = await client.query<{ table: string }>(`
    SELECT c.oid::regclass::text AS table FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'S') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
       AND NOT CASE c.relkind WHEN 'S' THEN has_sequence_privilege(c.oid, 'SELECT') ELSE has_table_privilege(c.oid, 'SELECT') END LIMIT 1`);
  const [unreadable] = rows;
  if (unreadable) throw new Failure(EXIT.noPermission, messages('role-may-not-read', { role, table: unreadable.table }));
}

export async function assertMayRestore(client: pg.Client): Promise<void> {
  const { role, superuser, bypasses, createsRoles } = await currentRole(client);
  if (!superuser && !(bypasses && createsRoles)) throw new Failure(EXIT.noPermission, messages('role-may-not-restore', { role }));
}

async function currentRole(client: pg.Client): Promise<RoleRow> {
  const { rows } = await client.query<RoleRow>(
    `SELECT rolname AS role, rolsuper AS superuser, rolbypassrls AS bypasses, rolcreaterole AS "createsRoles" FROM pg_roles WHERE rolname = current_user`,
  );
  return rows[0] as RoleRow;
}
