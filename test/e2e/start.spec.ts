import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedPostgres } from '@wakachi/database';
import iconv from 'iconv-lite';
import pg from 'pg';

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const homes: string[] = [];

async function freshHome(): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'wakachi-start-'));
  await chmod(home, 0o755);
  homes.push(home);
  return home;
}

function launch(home: string, args: readonly string[]) {
  return spawn(process.execPath, ['bin/start.mjs', 'standalone', ...args], {
    env: { ...process.env, WAKACHI_HOME: home, DATABASE_URL: '', REDIS_URL: '', NODE_OPTIONS: '' },
  });
}

async function start(home: string, ...args: string[]): Promise<Ended> {
  const child = launch(home, args);
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk) => (out += chunk));
  child.stderr.on('data', (chunk) => (err += chunk));
  const [code] = await once(child, 'exit');
  return { code, out, err };
}

const lastLine = (ended: Ended) => JSON.parse(ended.out.trim().split('\n').at(-1) as string);

async function asOwner<T>(home: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const server = await EmbeddedPostgres.start({ home });
  const client = new pg.Client({ connectionString: server.ownerUrl() });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
    await server.stop();
  }
}

afterAll(async () => {
  for (const home of homes) await rm(home, { recursive: true, force: true });
});

describe('npm start -- --once', () => {
  let home: string;
  let first: Ended;

  beforeAll(async () => {
    home = await freshHome();
    first = await start(home, '--once');
  }, 90_000);

  it('walks the sample round the whole way and accounts for every unit', async () => {
    expect([first.code, first.err]).toEqual([0, '']);
    const totals = JSON.parse(await readFile('samples/round-2023/totals.json', 'utf8'));
    const figures = lastLine(first);
    expect(figures).toMatchObject({ offerLines: totals.offerLines, groups: totals.groups, households: totals.households, conserved: true });
    expect(figures.cases.offered).toBe(totals.cases);
    expect(figures.cases.placed + figures.cases.unplaced + figures.cases.held).toBe(totals.cases);
    const { offered, ...places } = figures.units;
    expect(offered).toBe(totals.units);
    expect(Object.values<number>(places).reduce((sum, units) => sum + units, 0)).toBe(offered);
    expect(Object.entries(places).filter(([, units]) => units === 0)).toEqual([]);
    expect(Object.keys(figures)).toEqual([
      'offerLines',
      'groups',
      'households',
      'cases',
      'units',
      'awarded',
      'levels',
      'journal',
      'conserved',
    ]);
  });

  it('froze the problem that stands beside the sample, byte for byte', async () => {
    const frozen = await asOwner(home, (owner) => owner.query<{ input: string }>('SELECT input FROM round_run'));
    expect(frozen.rows.map(({ input }) => input)).toEqual([await readFile('samples/round-2023/problem.json', 'utf8')]);
  });

  it('prints the same figures again without doing anything again', async () => {
    const second = await start(home, '--once');
    expect(lastLine(second)).toEqual(lastLine(first));
    expect(second.out).toContain('保存済みの結果');
  }, 60_000);

  it('prints the same figures, the journal’s head included, in another folder', async () => {
    const other = await start(await freshHome(), '--once');
    expect(lastLine(other)).toEqual(lastLine(first));
  }, 90_000);

  it('goes on by itself after it was killed in the middle', async () => {
    const cut = await freshHome();
    const child = launch(cut, ['--once']);
    await untilReserved(cut);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const again = await start(cut, '--once');
    expect(again.code).toBe(0);
    expect(lastLine(again)).toEqual(lastLine(first));
  }, 120_000);

  it('stops cleanly on Ctrl-C in the middle, says how to go on, and goes on from there', async () => {
    const cut = await freshHome();
    const child = launch(cut, ['--once']);
    let err = '';
    child.stderr.on('data', (chunk) => (err += chunk));
    await untilReserved(cut);
    child.kill('SIGINT');
    const [code] = await once(child, 'exit');
    expect([code, err]).toEqual([130, expect.stringContaining('続きから進みます')]);
    expect(await readFile(join(cut, 'pg', 'server.log'), 'utf8')).toContain('database system is shut down');
    expect(lastLine(await start(cut, '--once'))).toEqual(lastLine(first));
  }, 120_000);

  it('says false and ends with 1 when somebody has changed a balance behind its back', async () => {
    await asOwner(home, (owner) =>
      owner.query(
        `UPDATE ledger_balance SET quantity = quantity + 1 WHERE (account_id, lot_id) IN (SELECT account_id, lot_id FROM ledger_balance WHERE quantity > 0 LIMIT 1)`,
      ),
    );
    const corrupted = await start(home, '--once');
    expect([corrupted.code, lastLine(corrupted).conserved]).toEqual([1, false]);
  }, 60_000);
});

describe('npm start on one’s own files', () => {
  const sample = (name: string) => join('samples', 'round-2023', name);

  it('runs them in a network of their own, where without answers every group takes part', async () => {
    const home = await freshHome();
    const own = ['--offers', sample('offers.xlsx'), '--groups', sample('groups.csv'), '--as-of', '2026-11-24', '--once'];
    const [first, second] = [await start(home, ...own), await start(home, ...own)];
    expect(first.code).toBe(0);
    expect(lastLine(first)).toMatchObject({ groups: 100, conserved: true, levels: { unreachable: 6 } });
    expect(lastLine(second)).toEqual(lastLine(first));
    expect(lastLine(await start(home, '--once')).journal.head).not.toBe(lastLine(first).journal.head);
  }, 120_000);

  it('names every place to mend in a broken register, takes nothing in, and ends with 2', async () => {
    const home = await freshHome();
    const text = iconv.decode(await readFile(sample('groups.csv')), 'cp932');
    const groups = join(home, 'groups.csv');
    await writeFile(groups, iconv.encode(text.replace(/^G002,/m, 'G001,').replace(/,89,173,/, ',約89,173,'), 'cp932'));
    const offers = join(home, 'offers.xlsx');
    await copyFile(sample('offers.xlsx'), offers);
    const ended = await start(home, '--offers', offers, '--groups', groups, '--as-of', '2026-11-24', '--once');
    expect(ended.code).toBe(2);
    expect(ended.err).toContain('1件も取り込んでいません');
    expect(ended.err).toMatch(/groups\.csv 2行目 「世帯数」.*約89/);
    expect(ended.err).toMatch(/groups\.csv 3行目 「団体コード」.*G001/);
    // Nor is anything left of the offers, which were right: the files are one round.
    const rows = await asOwner(home, (owner) =>
      owner.query('SELECT 1 FROM network UNION ALL SELECT 1 FROM lot UNION ALL SELECT 1 FROM recipient_group'),
    );
    expect(rows.rowCount).toBe(0);
  }, 60_000);

  it('names the row of an answer from a group that the register does not have', async () => {
    const home = await freshHome();
    const entries = join(home, 'entries.csv');
    await writeFile(entries, (await readFile(sample('entries.csv'), 'utf8')).replace(',G003,', ',G999,'));
    const ended = await start(
      home,
      '--offers',
      sample('offers.xlsx'),
      '--groups',
      sample('groups.csv'),
      '--entries',
      entries,
      '--as-of',
      '2026-11-24',
      '--once',
    );
    expect(ended.code).toBe(2);
    expect(ended.err).toMatch(/entries\.csv 3行目 「団体コード」.*G999/);
  }, 60_000);

  it('plans the same sheets alike, in whatever network they are tried', async () => {
    const home = await freshHome();
    const own = [
      '--offers',
      sample('offers.xlsx'),
      '--groups',
      sample('groups.csv'),
      '--entries',
      sample('entries.csv'),
      '--as-of',
      '2026-11-24',
    ];
    const [ours, theirs] = [await start(home, '--once'), await start(home, ...own, '--once')].map(lastLine);
    expect({ ...theirs, journal: null }).toEqual({ ...ours, journal: null });
  }, 120_000);

  it('shows balanced figures when no group may have anything', async () => {
    const home = await freshHome();
    const text = iconv.decode(await readFile(sample('groups.csv')), 'cp932');
    const groups = join(home, 'groups.csv');
    await writeFile(groups, iconv.encode(text.replaceAll('2027/3/31', '2026/9/30').replaceAll('令和9年3月31日', '2026/9/30'), 'cp932'));
    const ended = await start(home, '--offers', sample('offers.xlsx'), '--groups', groups, '--as-of', '2026-11-24', '--once');
    expect([ended.code, ended.err]).toEqual([0, '']);
    expect(lastLine(ended)).toMatchObject({
      awarded: 0,
      conserved: true,
      cases: { placed: 0 },
      levels: { min: 0, max: 0, unreachable: 100 },
    });
  }, 90_000);

  it('says how to call it when the options make no sense', async () => {
    const ended = await start(await freshHome(), '--offers', sample('offers.xlsx'));
    expect(ended.code).toBe(64);
    expect(ended.err).toContain('--offers と --groups は一緒に');
  });

  it('names the file that is not there', async () => {
    const ended = await start(await freshHome(), '--offers', 'no-such.xlsx', '--groups', sample('groups.csv'), '--once');
    expect(ended.code).toBe(66);
    expect(ended.err).toContain('no-such.xlsx');
  }, 60_000);
});

describe('npm start', () => {
  it('serves, refuses a second start of the same folder, and stops cleanly on Ctrl-C, the database last', async () => {
    const home = await freshHome();
    const child = launch(home, ['--port', '0']);
    let out = '';
    child.stdout.on('data', (chunk) => (out += chunk));
    while (!out.includes('Ctrl-C')) await sleep(100);
    const url = /http:\/\/[\d.:]+/.exec(out)?.[0] as string;
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    const second = await start(home, '--once');
    expect([second.code, second.err]).toEqual([1, expect.stringContaining('すでに動いています')]);
    child.kill('SIGINT');
    const [code] = await once(child, 'exit');
    expect(code).toBe(0);
    const log = await readFile(join(home, 'pg', 'server.log'), 'utf8');
    expect(log).toContain('database system is shut down');
    expect(log).not.toMatch(/FATAL|PANIC/);
  }, 120_000);
});

/** Waits until the awards are on the ledger: the middle of the walk. */
async function untilReserved(home: string): Promise<void> {
  for (let waited = 0; waited < 60_000; waited += 100) {
    await sleep(100);
    const reserved = await peek(home).catch(() => false);
    if (reserved) return;
  }
  throw new Error('the walk did not come so far');
}

async function peek(home: string): Promise<boolean> {
  const port = Number((await readFile(join(home, 'pg', 'postmaster.pid'), 'utf8')).split('\n')[3]);
  const password = (await readFile(join(home, 'owner-password'), 'utf8')).trim();
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'wakachi_owner', password, database: 'postgres' });
  await client.connect();
  try {
    const { rowCount } = await client.query(`SELECT 1 FROM hub_intake`);
    return (rowCount ?? 0) > 3;
  } finally {
    await client.end();
  }
}
