import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Approvals, Proposal, type RoundRun, RoundRuns } from '@wakachi/rounds';
import { discrepancies } from '@wakachi/stock-ledger';
import pg from 'pg';
import { TestApplication } from '../../harness/application.js';
import { answers, Program, signIn, startApi, until } from '../../harness/program.js';
import { testRedis } from '../../harness/redis.js';

let app: TestApplication;
const programs: Program[] = [];

beforeAll(async () => {
  app = await TestApplication.start();
}, 60_000);
afterEach(async () => {
  for (const program of programs.splice(0)) await program.stop();
});
afterAll(() => app.stop());

describe('the API, told to stop', () => {
  /** A request that takes as long as the test wants: it waits for a round that somebody else holds. */
  async function slowRequest(name: string, env: Record<string, string> = {}) {
    const { networkId, roundId } = await app.sampleRound(name);
    const { api, url } = await startApi(app.database.url, env);
    programs.push(api);
    const token = await signIn(url, `coordinator@${name}.example`);
    const holder = new pg.Client({ connectionString: app.database.ownerUrl });
    await holder.connect();
    await holder.query('BEGIN');
    await holder.query('SELECT 1 FROM round WHERE network_id = $1 AND id = $2 FOR UPDATE', [networkId, roundId]);
    const headers = { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID() };
    const answer = fetch(`${url}/api/v1/rounds/${roundId}/runs`, { method: 'POST', headers }).then(
      ({ status }) => status,
      () => 'cut off',
    );
    await until(async () => {
      const waiting = `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`;
      return ((await holder.query(waiting)).rowCount ?? 0) > 0;
    });
    return { api, url, answer, letGo: () => holder.query('COMMIT').then(() => holder.end()) };
  }

  it('answers the request in hand, takes no new one, and ends with 0', async () => {
    const { api, url, answer, letGo } = await slowRequest('in-hand');
    api.signal('SIGTERM');
    await until(async () => !(await answers(`${url}/health/live`)));
    expect(api.hasEnded).toBe(false);
    await letGo();
    expect(await answer).toBe(202);
    expect(await api.ended()).toBe(0);
    expect(api.log.map((line) => line['msg'])).toContain('stopped');
  }, 60_000);

  it('does not wait for ever: after SHUTDOWN_SECONDS it ends with 1 and says so', async () => {
    const { api, answer, letGo } = await slowRequest('for-ever', { SHUTDOWN_SECONDS: '1' });
    api.signal('SIGTERM');
    expect(await api.ended()).toBe(1);
    expect(await answer).toBe('cut off');
    expect(api.log.at(-1)).toMatchObject({ msg: 'not finished in time', seconds: 1 });
    await letGo();
  }, 60_000);

  it('tells whoever still has a connection that it is not ready', async () => {
    const { api, url, answer, letGo } = await slowRequest('kept-alive');
    const agentless = await keptConnection(url);
    api.signal('SIGTERM');
    await until(async () => !(await answers(`${url}/health/live`)));
    expect(await agentless('/health/ready')).toMatch(/^HTTP\/1\.1 503 |^$/);
    await letGo();
    expect([await answer, await api.ended()]).toEqual([202, 0]);
  }, 60_000);
});

const redisUrl = await testRedis();
const BACKENDS: [string, string | null][] = [
  ['PostgreSQL', null],
  ['Redis', redisUrl],
];

describe.each(BACKENDS)('a worker, told to stop in the middle of a run from %s', (backend, redis) => {
  const it_ = backend === 'Redis' && redisUrl === null ? it.skip : it;

  function startWorker(env: Record<string, string> = {}): Program {
    const own = { DATABASE_URL: app.database.url, REDIS_URL: redis ?? '', QUEUE_PREFIX: `stop-${process.pid}`, ...env };
    const worker = Program.start('test/e2e/worker-process.mjs', own);
    programs.push(worker);
    return worker;
  }

  async function requestRun(name: string) {
    const { networkId, roundId } = await app.sampleRound(name);
    const runId = await app.get(RoundRuns).request(networkId, roundId, app.person(name, 'coordinator'));
    const reached = (status: RoundRun['status']) =>
      until(async () => {
        const run = await app.get(RoundRuns).find(networkId, runId);
        return run.status === status ? run : null;
      });
    return { networkId, runId, reached };
  }

  it_(
    'finishes it when there is time, and ends with 0',
    async () => {
      const worker = startWorker({ BUSY_MILLISECONDS: '2000' });
      const { reached } = await requestRun(`finishes-${backend}`);
      await reached('running');
      expect(await worker.stop()).toBe(0);
      expect(await reached('succeeded')).toMatchObject({ attempts: 1 });
    },
    60_000,
  );

  it_(
    'hands it back when there is not: another finishes it long before the lock runs out, and every award exists once',
    async () => {
      const name = `handed-back-${backend}`;
      const doomed = startWorker({ BUSY_MILLISECONDS: '600000', SHUTDOWN_SECONDS: '1', QUEUE_LOCK_MILLISECONDS: '600000' });
      const { networkId, runId, reached } = await requestRun(name);
      await reached('running');
      expect(await doomed.stop()).toBe(0);
      startWorker({ QUEUE_LOCK_MILLISECONDS: '600000' });
      startWorker({ QUEUE_LOCK_MILLISECONDS: '600000' });
      expect(await reached('succeeded')).toMatchObject({ attempts: 2 });
      const proposals = await app.db.inNetwork(networkId, (tx) => tx.findBy(Proposal, { runId }));
      expect(proposals).toHaveLength(1);
      await app.get(Approvals).approve(networkId, (proposals[0] as Proposal).id, app.person(name, 'approver'));
      await app.db.inNetwork(networkId, async (tx) => {
        const [{ planned }] = await tx.query<[{ planned: number }]>(
          `SELECT jsonb_array_length(solution::jsonb -> 'awards') AS planned FROM round_run WHERE id = $1`,
          [runId],
        );
        const [{ awards }] = await tx.query<[{ awards: number }]>('SELECT count(*)::int AS awards FROM award');
        expect([awards, awards > 0]).toEqual([planned, true]);
        expect(await discrepancies(tx)).toEqual([]);
      });
    },
    90_000,
  );
});

/** A connection that was opened before the end began; what it answers afterwards, or nothing when it was closed. */
async function keptConnection(url: string): Promise<(path: string) => Promise<string>> {
  const { connect } = await import('node:net');
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  let received = '';
  socket.on('data', (data) => (received += data));
  socket.on('error', () => undefined);
  const ask = async (path: string) => {
    received = '';
    socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`);
    for (let waited = 0; received === '' && !socket.closed && waited < 5_000; waited += 50) await sleep(50);
    return received;
  };
  await ask('/health/live');
  return ask;
}
