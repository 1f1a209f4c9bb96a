import type pg from 'pg';
import { EXIT } from '../exit.js';
import { Failure } from '../failure.js';
import type { NetworkHead, Survey } from './manifest.js';
import { messages } from './messages.js';

/** What the database holds, of all networks, in the caller's transaction. The caller's role must see everything. */
export async function survey(client: pg.Client): Promise<Survey> {
  const all = async <T extends object>(sql: string) => (await client.query<T>(sql)).rows;
  const [{ known } = { known: false }] = await all<{ known: boolean }>(`SELECT to_regclass('public.migrations') IS NOT NULL AS known`);
  if (!known) throw new Failure(EXIT.noInput, messages('not-migrated'), client.database ?? '');
  const [migration] = await all<{ name: string }>('SELECT name FROM public.migrations ORDER BY timestamp DESC LIMIT 1');
  const [server] = await all<{ server_version: string }>('SHOW server_version');
  const roles = await all<{ name: string }>(
    `SELECT rolname AS name FROM pg_roles WHERE rolname LIKE 'wakachi\\_%' AND NOT rolcanlogin ORDER BY 1`,
  );
  const owners = await all<{ signature: string; owner: string }>(
    `SELECT p.oid::regprocedure::text AS signature, pg_get_userbyid(p.proowner) AS owner FROM pg_proc p
      WHERE p.prosecdef AND p.pronamespace = 'public'::regnamespace AND pg_get_userbyid(p.proowner) LIKE 'wakachi\\_%'
        AND p.proowner <> (SELECT relowner FROM pg_class WHERE oid = 'public.migrations'::regclass) ORDER BY 1`,
  );
  return {
    takenAt: new Date().toISOString(),
    server: server?.server_version ?? '',
    migration: migration?.name ?? '',
    networks: await heads(client),
    rows: await rowCounts(client),
    roles: roles.map(({ name }) => name),
    functionOwners: Object.fromEntries(owners.map(({ signature, owner }) => [signature, owner])),
  };
}

async function heads(client: pg.Client): Promise<NetworkHead[]> {
  const { rows } = await client.query<{ id: string; seq: string; hash: string }>(
    `SELECT n.id, coalesce(h.seq, 0) AS seq, coalesce(encode(h.hash, 'hex'), '') AS hash
       FROM public.network n LEFT JOIN public.journal_head h ON h.network_id = n.id ORDER BY n.id`,
  );
  return rows.map(({ id, seq, hash }) => ({ id, entries: Number(seq), head: hash }));
}

export async function rowCounts(client: pg.Client): Promise<Record<string, number>> {
  const { rows } = await client.query<{ table: string; rows: string }>(
    `SELECT c.oid::regclass::text AS table,
            (xpath('/row/c/text()', query_to_xml(format('SELECT count(*) AS c FROM %s', c.oid::regclass), false, true, '')))[1]::text AS rows
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind = 'r' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' ORDER BY 1`,
  );
  return Object.fromEntries(rows.map((row) => [row.table, Number(row.rows)]));
}

/** All that keeps networks apart and the ledger append-only, one fact on a line; the owner's name may change. */
export async function isolation(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ fact: string }>(`
    WITH owner AS (SELECT relowner AS oid FROM pg_class WHERE oid = 'public.migrations'::regclass)
    SELECT format('table %s row security %s forced %s', c.oid::regclass, c.relrowsecurity, c.relforcerowsecurity) AS fact
      FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
    UNION ALL
    SELECT format('policy %s on %s for %s to %s using %s check %s', policyname, tablename, cmd, array_to_string(roles, ' '), qual, with_check)
      FROM pg_policies WHERE schemaname = 'public'
    UNION ALL
    SELECT format('trigger %s', pg_get_triggerdef(t.oid)) FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
     WHERE NOT t.tgisinternal AND c.relnamespace = 'public'::regnamespace
    UNION ALL
    SELECT format('grant %s on %s to %s', a.privilege_type, c.oid::regclass, coalesce(g.rolname, 'public'))
      FROM pg_class c, aclexplode(c.relacl) a LEFT JOIN pg_roles g ON g.oid = a.grantee
     WHERE c.relnamespace = 'public'::regnamespace AND a.grantee <> c.relowner
    UNION ALL
    SELECT format('function %s definer %s owner %s', p.oid::regprocedure, p.prosecdef, CASE WHEN p.proowner = owner.oid THEN '(owner)' ELSE pg_get_userbyid(p.proowner) END)
      FROM pg_proc p, owner WHERE p.pronamespace = 'public'::regnamespace
    UNION ALL
    SELECT format('grant %s on %s to %s', a.privilege_type, p.oid::regprocedure, coalesce(g.rolname, 'public'))
      FROM pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a LEFT JOIN pg_roles g ON g.oid = a.grantee
     WHERE p.pronamespace = 'public'::regnamespace AND a.grantee <> p.proowner
    ORDER BY 1`);
  return rows.map(({ fact }) => fact);
}
