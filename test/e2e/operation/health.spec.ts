import pg from 'pg';
import { answers, freePort, Program, startApi, until } from '../../harness/program.js';
import { type TestDatabase, testDatabase } from '../../harness/test-database.js';

interface Answer {
  readonly status: number;
  readonly body: string;
}

let database: TestDatabase;
let url: string;
let workerUrl: string;
const programs: Program[] = [];

beforeAll(async () => {
  database = await testDatabase([], 2);
  const started = await startApi(database.url);
  url = started.url;
  const port = await freePort();
  workerUrl = `http://127.0.0.1:${port}`;
  programs.push(started.api, Program.start('dist/apps/worker/src/main.js', { DATABASE_URL: database.url, WORKER_PORT: String(port) }));
  await until(() => answers(`${workerUrl}/health/live`));
}, 60_000);
afterAll(async () => {
  for (const program of programs) await program.stop();
  await database.drop();
});

async function get(address: string, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(address, { headers });
  return { status: response.status, body: await response.text() };
}

async function failedChecks(address: string): Promise<string[]> {
  const { status, body } = await get(`${address}/health/ready`);
  expect([status, JSON.parse(body).type]).toEqual([503, '/problems/not-ready']);
  return (JSON.parse(body).checks as { check: string }[]).map(({ check }) => check);
}

describe.each([
  ['the API', () => url],
  ['the worker', () => workerUrl],
])('%s', (_, at) => {
  it('is alive and ready', async () => {
    expect((await get(`${at()}/health/live`)).status).toBe(200);
    expect((await get(`${at()}/health/ready`)).status).toBe(200);
  });

  it('is not ready on a schema that lacks one of its migrations, or has one that it does not know', async () => {
    await database.asOwner(async (owner) => {
      await owner.query(`UPDATE migrations SET name = name || '-away' WHERE name LIKE 'Operation%'`);
      expect(await failedChecks(at())).toEqual(['migrations']);
      await owner.query(`UPDATE migrations SET name = replace(name, '-away', '') WHERE name LIKE 'Operation%'`);
      await owner.query(`INSERT INTO migrations (timestamp, name) VALUES (9999999999999, 'FromTheFuture9999999999999')`);
      expect(await failedChecks(at())).toEqual(['migrations']);
      await owner.query(`DELETE FROM migrations WHERE name LIKE 'FromTheFuture%'`);
    });
    expect((await get(`${at()}/health/ready`)).status).toBe(200);
  });

  it('is alive but not ready while the database is away, still shows its own figures, and recovers by itself', async () => {
    const name = new URL(database.url).pathname.slice(1);
    await asAdmin(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
    await asAdmin(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`);
    expect(await failedChecks(at())).toEqual(['database', 'queue']);
    expect((await get(`${at()}/health/live`)).status).toBe(200);
    const figures = await get(`${at()}/metrics`);
    expect(figures.body).toMatch(/^wakachi_reachable\{part="database"\} 0$/m);
    expect(figures.body).toMatch(/^process_resident_memory_bytes \d+/m);
    expect(figures.body).not.toMatch(/^wakachi_outbox_lag_seconds \d/m);
    await asAdmin(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
    await until(async () => (await get(`${at()}/health/ready`)).status === 200);
  });

  it('shows its figures: queue, outbox, pool, process', async () => {
    const { status, body } = await get(`${at()}/metrics`);
    expect(status).toBe(200);
    for (const figure of [
      /^wakachi_queue_jobs\{queue="round-runs",state="waiting"\} \d+$/m,
      /^wakachi_queue_jobs\{queue="round-runs",state="failed"\} 0$/m,
      /^wakachi_outbox_waiting 0$/m,
      /^wakachi_outbox_lag_seconds 0$/m,
      /^wakachi_database_connections\{state="idle"\} \d+$/m,
      /^nodejs_eventloop_lag_p99_seconds \d/m,
    ])
      expect(body).toMatch(figure);
  });

  it('shows them to this machine alone, and not through a proxy on it', async () => {
    for (const headers of [{ 'x-forwarded-for': '203.0.113.9' }, { forwarded: 'for=203.0.113.9' }] as Record<string, string>[])
      expect((await get(`${at()}/metrics`, headers)).status).toBe(403);
  });
});

it('counts requests by route template, never by address', async () => {
  await get(`${url}/api/v1/lots/nobody@mihon.example/whereabouts`);
  const { body } = await get(`${url}/metrics`);
  expect(body).toMatch(/^wakachi_http_request_seconds_count\{method="GET",route="\/api\/v1\/lots\/:lotId\/whereabouts",status="401"\} 1$/m);
  expect(body).not.toContain('nobody');
});

it('says how many events wait for the relay, of all networks, and how long', async () => {
  const alone = await testDatabase([], 2);
  const { api, url: aloneUrl } = await startApi(alone.url);
  try {
    await alone.asOwner((owner) =>
      owner.query(`
        WITH n AS (INSERT INTO network (id, name, created_at) SELECT gen_random_uuid(), 'n' || i, now() FROM generate_series(1, 2) i RETURNING id)
        INSERT INTO outbox_event (network_id, id, topic, payload, created_at) SELECT id, gen_random_uuid(), 't', '{}', now() - interval '90 seconds' FROM n`),
    );
    const { body } = await get(`${aloneUrl}/metrics`);
    expect(body).toMatch(/^wakachi_outbox_waiting 2$/m);
    const lag = Number(/^wakachi_outbox_lag_seconds (\S+)$/m.exec(body)?.[1]);
    expect(lag).toBeGreaterThanOrEqual(90);
    expect(lag).toBeLessThan(300);
  } finally {
    await api.stop();
    await alone.drop();
  }
});

it('asks for METRICS_TOKEN where there is one, on this machine too', async () => {
  const { api, url: guarded } = await startApi(database.url, { METRICS_TOKEN: 'of-the-monitoring' });
  programs.push(api);
  expect((await get(`${guarded}/metrics`)).status).toBe(403);
  expect((await get(`${guarded}/metrics`, { authorization: 'Bearer of-somebody-else' })).status).toBe(403);
  const far = { authorization: 'Bearer of-the-monitoring', 'x-forwarded-for': '203.0.113.9' };
  expect((await get(`${guarded}/metrics`, far)).status).toBe(200);
});

it('is not ready while its Redis does not answer, and says so in a bounded time', async () => {
  const { api, url: orphan } = await startApi(database.url, { REDIS_URL: `redis://127.0.0.1:${await freePort()}`, SHUTDOWN_SECONDS: '2' });
  programs.push(api);
  expect(await failedChecks(orphan)).toEqual(['queue']);
});

async function asAdmin(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: process.env['WAKACHI_TEST_ADMIN_URL'] });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
