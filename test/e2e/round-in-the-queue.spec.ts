import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Approvals, Proposal, RoundRun, RoundRuns } from '@wakachi/rounds';
import { discrepancies } from '@wakachi/stock-ledger';
import { TestApplication } from '../harness/application.js';
import { testRedis } from '../harness/redis.js';

const redisUrl = await testRedis();
const BACKENDS: [string, string | null][] = [
  ['PostgreSQL', null],
  ['Redis', redisUrl],
];
/** Short, so that a killed worker's job is taken over while the test waits. */
const LOCK_MILLISECONDS = '1500';

describe.each(BACKENDS)('a round through the queue on %s', (backend, redis) => {
  const it_ = backend === 'Redis' && redisUrl === null ? it.skip : it;
  let app: TestApplication;
  const workers: ChildProcess[] = [];

  beforeAll(async () => {
    app = await TestApplication.start();
  });
  afterEach(() => Promise.all(workers.splice(0).map((worker) => stop(worker, 'SIGTERM'))));
  afterAll(() => app.stop());

  function startWorker(env: Record<string, string> = {}): ChildProcess {
    const own = {
      DATABASE_URL: app.database.url,
      REDIS_URL: redis ?? '',
      QUEUE_PREFIX: `test-${process.pid}`,
      QUEUE_LOCK_MILLISECONDS: LOCK_MILLISECONDS,
    };
    const worker = spawn(process.execPath, ['test/e2e/worker-process.mjs'], {
      env: { ...process.env, ...own, ...env },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    workers.push(worker);
    return worker;
  }

  async function runUntil(networkId: string, runId: string, reached: (run: RoundRun) => boolean): Promise<RoundRun> {
    for (let waited = 0; waited < 40_000; waited += 100) {
      const run = await app.get(RoundRuns).find(networkId, runId);
      if (reached(run)) return run;
      await sleep(100);
    }
    throw new Error('the run did not come so far');
  }

  it_(
    'is computed by a worker in another process and becomes a proposal',
    async () => {
      const { networkId, roundId } = await app.sampleRound('queued');
      startWorker();
      const runId = await app.get(RoundRuns).request(networkId, roundId, app.person('queued', 'coordinator'));
      const run = await runUntil(networkId, runId, (r) => r.isOver());
      expect(run).toMatchObject({ status: 'succeeded', attempts: 1, progress: 100 });
    },
    60_000,
  );

  it_(
    'is tried again after a passing fault',
    async () => {
      const { networkId, roundId } = await app.sampleRound('stumbles');
      startWorker({ STUMBLES: '2' });
      const runId = await app.get(RoundRuns).request(networkId, roundId, app.person('stumbles', 'coordinator'));
      const run = await runUntil(networkId, runId, (r) => r.isOver());
      expect(run).toMatchObject({ status: 'succeeded', attempts: 3 });
    },
    60_000,
  );

  it_(
    'says that it failed, and why, when no retry helped',
    async () => {
      const { networkId, roundId } = await app.sampleRound('fails');
      startWorker({ STUMBLES: '99' });
      const runId = await app.get(RoundRuns).request(networkId, roundId, app.person('fails', 'coordinator'));
      const run = await runUntil(networkId, runId, (r) => r.isOver());
      expect(run).toMatchObject({ status: 'failed', attempts: 5, error: 'a passing fault', solution: null });
    },
    60_000,
  );

  it_(
    'survives a worker that is killed in the middle: another finishes, and every award exists once',
    async () => {
      const name = 'killed';
      const { networkId, roundId } = await app.sampleRound(name);
      const doomed = startWorker({ NEVER_ENDING: 'yes' });
      const runId = await app.get(RoundRuns).request(networkId, roundId, app.person(name, 'coordinator'));
      await runUntil(networkId, runId, (r) => r.status === 'running');
      await stop(doomed, 'SIGKILL');
      startWorker();
      startWorker();
      const run = await runUntil(networkId, runId, (r) => r.isOver());
      expect(run.status).toBe('succeeded');
      expect(run.attempts).toBeGreaterThanOrEqual(2);
      const proposals = await app.db.inNetwork(networkId, (tx) => tx.findBy(Proposal, { runId }));
      expect(proposals).toHaveLength(1);
      await app.get(Approvals).approve(networkId, (proposals[0] as Proposal).id, app.person(name, 'approver'));
      await app.db.inNetwork(networkId, async (tx) => {
        const planned = (JSON.parse(run.solution as string) as { awards: { lot: string; group: string; cases: number }[] }).awards;
        const awards = await tx.query<unknown[]>(
          `SELECT lpad(l.line_number::text, 5, '0') || '-' || right(l.id::text, 8) AS lot, g.code AS "group", a.cases
             FROM award a JOIN lot l ON l.id = a.lot_id JOIN recipient_group g ON g.id = a.group_id ORDER BY 1, 2`,
        );
        expect(awards).toEqual(planned);
        expect(await discrepancies(tx)).toEqual([]);
      });
    },
    90_000,
  );
});

async function stop(worker: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return;
  const ended = once(worker, 'exit');
  worker.kill(signal);
  await ended;
}
