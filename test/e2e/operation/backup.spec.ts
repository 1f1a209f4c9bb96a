import { randomBytes } from 'node:crypto';
import { appendFile, chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateAll } from '@wakachi/platform';
import pg from 'pg';
import { dumpableServer } from '../../harness/dumpable-server.js';
import { Program } from '../../harness/program.js';

const server = await dumpableServer();
const tag = randomBytes(4).toString('hex');
const [A, B] = ['00000000-0000-8000-8000-00000000000a', '00000000-0000-8000-8000-00000000000b'];

let place: string;
const made: string[] = [];

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'wakachi-backup-'));
  await chmod(place, 0o755);
});
afterAll(async () => {
  if (server) {
    for (const name of made) await on(server, (admin) => admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    for (const role of ['app', 'owner', 'restorer', 'backup'])
      await on(server, (admin) => admin.query(`DROP ROLE IF EXISTS ${role}_${tag}`));
  }
  await rm(place, { recursive: true, force: true });
});

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

async function wakachi(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Ended> {
  const program = Program.start('bin/wakachi.mjs', { DATABASE_URL: '', DATABASE_BACKUP_URL: '', ...env }, args);
  const code = await program.ended();
  return { code, out: program.out, err: program.err };
}

async function drill(...args: string[]): Promise<{ code: number | null; report: Record<string, unknown> }> {
  const program = Program.start('bin/restore-drill.mjs', server ? { DRILL_ADMIN_URL: server } : {}, args);
  const code = await program.ended();
  return { code, report: JSON.parse(program.out.trim().split('\n').at(-1) as string) };
}

async function on<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return work(client).finally(() => client.end());
}

function named(database: string, role?: string): string {
  const url = new URL(server as string);
  url.pathname = `/${database}`;
  if (role) Object.assign(url, { username: `${role}_${tag}`, password: tag });
  return url.href;
}

async function emptyDatabase(): Promise<string> {
  const name = `backup_${tag}_${made.length}`;
  made.push(name);
  await on(server as string, (admin) => admin.query(`CREATE DATABASE ${name}`));
  return name;
}

describe('the restore drill', () => {
  it('gets an embedded database back, which is then used as before', async () => {
    const { code, report } = await drill('--embedded');
    expect([code, report]).toEqual([0, expect.objectContaining({ verdict: 'holds', sameFigures: true })]);
    expect(report['entries']).toBeGreaterThan(300);
  }, 120_000);

  (server ? it : it.skip)(
    'gets a server’s database back, which is then used as before',
    async () => {
      const { code, report } = await drill();
      expect([code, report]).toEqual([0, expect.objectContaining({ verdict: 'holds', sameFigures: true })]);
    },
    120_000,
  );
});

(server ? describe : describe.skip)('the backup of a server', () => {
  let source: string;
  let backup: string;

  beforeAll(async () => {
    await on(server as string, async (admin) => {
      await admin.query(`CREATE ROLE app_${tag} LOGIN PASSWORD '${tag}'`);
      await admin.query(`CREATE ROLE owner_${tag} LOGIN CREATEROLE PASSWORD '${tag}'`);
      await admin.query(`CREATE ROLE restorer_${tag} LOGIN CREATEROLE BYPASSRLS PASSWORD '${tag}'`);
      await admin.query(`CREATE ROLE backup_${tag} LOGIN BYPASSRLS PASSWORD '${tag}'`);
      await admin.query(`GRANT pg_read_all_data TO backup_${tag}`);
    });
    source = await emptyDatabase();
    await migrateAll(named(source), `app_${tag}`);
    await on(named(source), async (owner) => {
      for (const network of [A, B]) {
        await owner.query('INSERT INTO network (id, name, created_at) VALUES ($1, $2, now())', [network, 'a network']);
        await owner.query('SELECT journal_open($1)', [network]);
      }
      for (const [network, body] of [
        [A, '"first"'],
        [A, '"second"'],
        [B, '"first"'],
      ])
        await owner.query(`SELECT journal_append($1, gen_random_uuid(), 'test', $2, now())`, [network, body]);
    });
    backup = join(place, 'backup');
    const ended = await wakachi(['backup', backup], { DATABASE_BACKUP_URL: named(source, 'backup') });
    expect([ended.code, JSON.parse(ended.out)]).toEqual([0, expect.objectContaining({ networks: 2, entries: 3 })]);
  }, 60_000);

  const restore = async (folder: string, database: string) => wakachi(['restore', folder], { DATABASE_OWNER_URL: named(database) });

  /** A copy of the backup that has been tampered with. */
  async function changed(name: string, change: (folder: string) => Promise<unknown>): Promise<string> {
    const folder = join(place, name);
    await cp(backup, folder, { recursive: true });
    await change(folder);
    return folder;
  }

  async function withManifest(name: string, edit: (text: string) => string): Promise<string> {
    return changed(name, async (folder) => {
      const file = join(folder, 'manifest.json');
      await writeFile(file, edit(await readFile(file, 'utf8')));
    });
  }

  it('holds the rows of all networks, made by a role that reads everything and owns nothing', async () => {
    const manifest = JSON.parse(await readFile(join(backup, 'manifest.json'), 'utf8'));
    expect(manifest.networks.map(({ id, entries }: { id: string; entries: number }) => [id, entries])).toEqual([
      [A, 2],
      [B, 1],
    ]);
    const target = await emptyDatabase();
    const ended = await restore(backup, target);
    expect([ended.code, JSON.parse(ended.out)]).toEqual([0, expect.objectContaining({ verdict: 'holds', networks: 2, entries: 3 })]);
    const bodies = await on(named(target), (admin) => admin.query('SELECT body FROM journal_entry ORDER BY network_id, seq'));
    expect(bodies.rows.map(({ body }) => body)).toEqual(['"first"', '"second"', '"first"']);
  }, 60_000);

  it('is as closed as the original: the application sees one network, and the ledger’s functions are bound by it too', async () => {
    const target = await emptyDatabase();
    expect((await restore(backup, target)).code).toBe(0);
    await migrateAll(named(target), `app_${tag}`);
    await on(named(target, 'app'), async (app) => {
      expect((await app.query('SELECT 1 FROM journal_entry')).rowCount).toBe(0);
      await app.query(`SELECT set_config('app.network_id', $1, false)`, [A]);
      expect((await app.query('SELECT 1 FROM journal_entry')).rowCount).toBe(2);
      await expect(app.query(`SELECT journal_append($1, gen_random_uuid(), 'test', 'x', now())`, [B])).rejects.toThrow(/another network/);
      await expect(app.query('DELETE FROM journal_entry')).rejects.toThrow(/permission denied/);
    });
  }, 60_000);

  it('can be restored by an owner who is no superuser but sees every network, and by no lesser one', async () => {
    const target = await emptyDatabase();
    await on(server as string, (admin) => admin.query(`ALTER DATABASE ${target} OWNER TO owner_${tag}`));
    const lesser = await wakachi(['restore', backup], { DATABASE_OWNER_URL: named(target, 'owner') });
    expect([lesser.code, lesser.err]).toEqual([77, expect.stringContaining('BYPASSRLS')]);
    await on(server as string, (admin) => admin.query(`ALTER DATABASE ${target} OWNER TO restorer_${tag}`));
    const ended = await wakachi(['restore', backup], { DATABASE_OWNER_URL: named(target, 'restorer') });
    expect([ended.err, ended.code]).toEqual([expect.stringContaining('戻しました'), 0]);
  }, 60_000);

  it('is refused to a role that would not see the rows, before anything is written, and says which role may', async () => {
    const owned = await emptyDatabase();
    await on(server as string, (admin) => admin.query(`ALTER DATABASE ${owned} OWNER TO owner_${tag}`));
    await on(named(owned), (admin) => admin.query(`ALTER SCHEMA public OWNER TO owner_${tag}`));
    const folder = join(place, 'blind');
    const ended = await wakachi(['backup', folder], { DATABASE_OWNER_URL: named(owned, 'owner') });
    expect([ended.code, ended.err]).toEqual([77, expect.stringMatching(/BYPASSRLS.*pg_read_all_data.*DATABASE_BACKUP_URL/)]);
    expect((await readdir(place)).filter((name) => name.startsWith('blind'))).toEqual([]);
  });

  it('is refused to a role that may not read a table', async () => {
    await on(server as string, (admin) => admin.query(`REVOKE pg_read_all_data FROM backup_${tag}`));
    const ended = await wakachi(['backup', join(place, 'unread')], { DATABASE_BACKUP_URL: named(source, 'backup') });
    await on(server as string, (admin) => admin.query(`GRANT pg_read_all_data TO backup_${tag}`));
    expect([ended.code, ended.err]).toEqual([77, expect.stringContaining('pg_read_all_data')]);
  });

  it('is not written over another', async () => {
    const ended = await wakachi(['backup', backup], { DATABASE_OWNER_URL: named(source) });
    expect([ended.code, ended.err]).toEqual([73, expect.stringContaining('すでにあります')]);
  });

  it('says what to install when pg_dump is missing or older than the server', async () => {
    const nothing = join(place, 'no-tools');
    await mkdir(nothing);
    const env = { DATABASE_OWNER_URL: named(source), PATH: nothing };
    const missing = await wakachi(['backup', join(place, 'x')], env);
    expect([missing.code, missing.err]).toEqual([69, expect.stringMatching(/pg_dump.*apt install postgresql-client-\d+/)]);
    await fakeTool(nothing, 'pg_dump', 'echo "pg_dump (PostgreSQL) 9.6.24"');
    const old = await wakachi(['backup', join(place, 'x')], env);
    expect([old.code, old.err]).toEqual([69, expect.stringMatching(/pg_dump は版 9 /)]);
  });

  it('leaves nothing behind that looks like one when pg_dump fails', async () => {
    const tools = join(place, 'bad-tools');
    await mkdir(tools);
    await fakeTool(tools, 'pg_dump', 'case "$1" in --version) echo "pg_dump (PostgreSQL) 99.0";; *) echo "disk full" >&2; exit 1;; esac');
    const ended = await wakachi(['backup', join(place, 'half')], { DATABASE_OWNER_URL: named(source), PATH: tools });
    expect([ended.code, ended.err]).toEqual([69, expect.stringContaining('disk full')]);
    expect((await readdir(place)).filter((name) => name.startsWith('half'))).toEqual([]);
  });

  it.each([
    ['changed', (folder: string) => appendFile(join(folder, 'database.dump'), 'x'), 'SHA-256'],
    ['missing', (folder: string) => rm(join(folder, 'isolation.txt')), 'ファイルがありません'],
    ['added', (folder: string) => writeFile(join(folder, 'extra'), ''), '取り除いて'],
    ['no-manifest', (folder: string) => rm(join(folder, 'manifest.json')), 'manifest.json を読めません'],
  ])('is not restored when a file is %s', async (name, change, says) => {
    const target = await emptyDatabase();
    const ended = await restore(await changed(name, change), target);
    expect([ended.code !== 0, ended.err]).toEqual([true, expect.stringContaining(says)]);
    expect(await on(named(target), async (admin) => (await admin.query(`SELECT to_regclass('public.network') AS t`)).rows)).toEqual([
      { t: null },
    ]);
  });

  it('is not restored over a database that holds anything', async () => {
    const target = await emptyDatabase();
    await on(named(target), (admin) => admin.query('CREATE TABLE precious (id int)'));
    const ended = await restore(backup, target);
    expect([ended.code, ended.err]).toEqual([73, expect.stringContaining('precious')]);
  });

  it.each([
    [
      'a journal that ends elsewhere',
      (text: string) => text.replace(/"head": "[0-9a-f]{4}/, '"head": "0000'),
      '先頭が manifest と違います',
    ],
    ['a table with fewer rows', (text: string) => text.replace(/("public.journal_entry"): \d+/, '$1: 4'), '表 public.journal_entry: 3 行'],
    [
      'functions that belong to the administrator',
      (text: string) => text.replace(/"functionOwners": \{[^}]*\}/, '"functionOwners": {}'),
      '区切り',
    ],
  ])('does not hold with %s', async (name, edit, says) => {
    const target = await emptyDatabase();
    const ended = await restore(await withManifest(name.replaceAll(' ', '-'), edit), target);
    expect([ended.code, ended.err]).toEqual([1, expect.stringContaining(says)]);
    expect(JSON.parse(ended.out).verdict).toBe('does-not-hold');
  });

  it.each([
    [
      'a journal that somebody has rewritten',
      `ALTER TABLE journal_entry DISABLE TRIGGER ALL; UPDATE journal_entry SET body = 'forged' WHERE network_id = '${A}' AND seq = 2; ALTER TABLE journal_entry ENABLE TRIGGER ALL`,
      `${A}: 記帳 2 番から`,
    ],
    [
      'a balance without a posting',
      `SET session_replication_role = replica; INSERT INTO ledger_lot VALUES ('${B}', '${B}', 'lot'); INSERT INTO ledger_account VALUES ('${B}', '${B}', 'lost', NULL, NULL, 'lost');
       INSERT INTO ledger_balance VALUES ('${B}', '${B}', '${B}', 1, false)`,
      `${B}: 帳簿が合いません`,
    ],
  ])(
    'shows, restored, %s',
    async (name, damage, says) => {
      const damaged = await emptyDatabase();
      expect((await restore(backup, damaged)).code).toBe(0);
      await on(named(damaged), (admin) => admin.query(damage));
      const folder = join(place, name.replaceAll(' ', '-'));
      expect((await wakachi(['backup', folder], { DATABASE_OWNER_URL: named(damaged) })).code).toBe(0);
      const ended = await restore(folder, await emptyDatabase());
      expect([ended.code, ended.err]).toEqual([1, expect.stringContaining(says)]);
    },
    60_000,
  );
});

describe('the backup of an embedded database', () => {
  it('is refused while it runs, where there is none, and where one is already', async () => {
    const home = join(place, 'home');
    await mkdir(home);
    const env = { WAKACHI_HOME: home, DATABASE_OWNER_URL: '' };
    const none = await wakachi(['backup', join(place, 'none')], env);
    expect([none.code, none.err]).toEqual([66, expect.stringContaining('内蔵データベースがありません')]);
    await writeFile(join(home, 'instance.pid'), String(process.pid));
    const running = await wakachi(['backup', join(place, 'running')], env);
    expect([running.code, running.err]).toEqual([69, expect.stringContaining('すでに動いています')]);
    await rm(join(home, 'instance.pid'));
    await writeFile(join(home, 'initialised'), '');
    const copy = join(place, 'cold');
    await mkdir(copy);
    const manifest = {
      format: 'wakachi.backup/1',
      kind: 'cold-copy',
      platform: `${process.platform}-${process.arch}`,
      files: [],
      folders: [],
    };
    await writeFile(join(copy, 'manifest.json'), JSON.stringify(manifest));
    const taken = await wakachi(['restore', copy], env);
    expect([taken.code, taken.err]).toEqual([73, expect.stringContaining('すでに内蔵データベースがあります')]);
  });

  it('does not go into a server, nor to a machine of another kind', async () => {
    const copy = join(place, 'elsewhere');
    await mkdir(copy);
    const manifest = { format: 'wakachi.backup/1', kind: 'cold-copy', platform: 'plan9-mips', files: [], folders: [] };
    await writeFile(join(copy, 'manifest.json'), JSON.stringify(manifest));
    const intoServer = await wakachi(['restore', copy], { DATABASE_OWNER_URL: 'postgres://nobody@127.0.0.1:1/x' });
    expect([intoServer.code, intoServer.err]).toEqual([64, expect.stringContaining('WAKACHI_HOME')]);
    const other = await wakachi(['restore', copy], { WAKACHI_HOME: join(place, 'home-2'), DATABASE_OWNER_URL: '' });
    expect([other.code, other.err]).toEqual([69, expect.stringContaining('plan9-mips')]);
  });
});

async function fakeTool(folder: string, name: string, script: string): Promise<void> {
  await writeFile(join(folder, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
}
