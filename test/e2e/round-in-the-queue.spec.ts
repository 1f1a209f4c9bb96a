import { RoundRuns } from '@wakachi/rounds';
import { TestApplication } from '../harness/application.js';
import { BACKENDS, itOn, until, WorkerProcesses } from '../harness/worker-processes.js';

describe.each(BACKENDS)('a round through the queue on $name', (backend) => {
  const it_ = itOn(backend);
  let app: TestApplication;
  let workers: WorkerProcesses;

  beforeAll(async () => {
    app = await TestApplication.start();
    workers = new WorkerProcesses(app, backend);
  });
  afterEach(() => workers.stopAll());
  afterAll(() => app.stop());

  async function requested(name: string): Promise<{ networkId: string; runId: string }> {
    const { networkId, roundId } = await app.sampleRound(name);
    return { networkId, runId: await app.get(RoundRuns).request(networkId, roundId, app.person(name, 'coordinator')) };
  }

  it_(
    'is computed by a worker in another process and becomes a proposal',
    async () => {
      const { networkId, runId } = await requested('queued');
      workers.start();
      const run = await workers.untilOver(networkId, runId);
      expect(run).toMatchObject({ status: 'succeeded', progress: 100 });
      await expect(workers.leftBy(networkId, runId)).resolves.toMatchObject({ proposals: 1, ends: [{ kind: 'run-succeeded' }] });
    },
    180_000,
  );

  it_(
    'is tried again after a passing fault',
    async () => {
      const { networkId, runId } = await requested('stumbles');
      workers.start({ STUMBLES: '2' });
      const run = await workers.untilOver(networkId, runId);
      expect(run.status).toBe('succeeded');
      expect(run.attempts).toBeGreaterThanOrEqual(3);
    },
    180_000,
  );

  it_(
    'says that it failed, and why, when no retry helped',
    async () => {
      const { networkId, runId } = await requested('fails');
      workers.start({ STUMBLES: '99' });
      const run = await workers.untilOver(networkId, runId);
      expect(run).toMatchObject({ status: 'failed', error: 'a passing fault', solution: null });
      // On a machine that is too busy to renew a lock in time, one of them may be interrupted and not count.
      expect(run.attempts).toBeGreaterThanOrEqual(5);
      const left = await workers.leftBy(networkId, runId);
      expect(left).toEqual({ proposals: 0, lines: 0, exclusions: 0, ends: [{ kind: 'run-failed' }] });
    },
    180_000,
  );

  it_(
    'fails at once on an input that the engine refuses: trying again would not help',
    async () => {
      const { networkId, runId } = await requested('poison');
      await app.db.inNetwork(networkId, (tx) =>
        tx.query(`UPDATE round_run SET input = '{"format":"wakachi.problem/1"}' WHERE id = $1`, [runId]),
      );
      workers.start();
      const run = await workers.untilOver(networkId, runId);
      expect(run).toMatchObject({ status: 'failed', attempts: 1, solution: null });
      expect(run.error).not.toBe('');
      await expect(workers.leftBy(networkId, runId)).resolves.toMatchObject({ proposals: 0, ends: [{ kind: 'run-failed' }] });
    },
    180_000,
  );

  it_(
    'is done once although its job is delivered again and again',
    async () => {
      const { networkId, runId } = await requested('again');
      workers.start();
      workers.start();
      await workers.withQueue(async (queue) => {
        const data = { networkId, runId };
        for (const twin of ['a', 'b', 'c', 'd', 'e']) await queue.add('run', data, { jobId: `${twin}-${runId}` });
        await workers.untilOver(networkId, runId);
        await until(async () => (await queue.getJobCountByTypes('waiting', 'active', 'delayed')) === 0);
      });
      await expect(workers.leftBy(networkId, runId)).resolves.toMatchObject({ proposals: 1, ends: [{ kind: 'run-succeeded' }] });
    },
    180_000,
  );

  it_(
    'that is cancelled while a worker computes leaves nothing',
    async () => {
      const { networkId, runId } = await requested('cancelled');
      const worker = workers.start({ HOLD: 'yes' });
      await workers.runUntil(networkId, runId, (run) => run.status === 'running');
      await app.get(RoundRuns).cancel(networkId, runId, app.person('cancelled', 'coordinator'));
      worker.kill('SIGUSR2');
      // The worker has come to the end of it when its queue is empty.
      await workers.withQueue((queue) => until(async () => (await queue.getJob(runId)) === undefined));
      await expect(app.get(RoundRuns).find(networkId, runId)).resolves.toMatchObject({ status: 'cancelled', solution: null });
      const left = await workers.leftBy(networkId, runId);
      expect(left).toEqual({ proposals: 0, lines: 0, exclusions: 0, ends: [{ kind: 'run-cancelled' }] });
    },
    180_000,
  );

  it_(
    'keeps its job while the engine is busy for longer than a job may go without a sign of life, and says how far it is',
    async () => {
      const { networkId, runId } = await requested('busy');
      // Its lock lasts a second. Another worker waits for it to slip.
      workers.start({ BUSY_MILLISECONDS: '4000' });
      workers.start({ BUSY_MILLISECONDS: '4000' });
      const running = await workers.runUntil(networkId, runId, (run) => run.status === 'running');
      expect(running.phase()).toBe('read');
      const run = await workers.untilOver(networkId, runId);
      expect(run).toMatchObject({ status: 'succeeded', progress: 100, attempts: 1 });
      expect(run.phase()).toBeNull();
    },
    180_000,
  );

  it_(
    'that is cancelled stops an engine which would go on for minutes, and its worker takes the next one',
    async () => {
      const { networkId, runId } = await requested('stopped');
      const worker = workers.start({ BUSY_MILLISECONDS: '600000' });
      await workers.runUntil(networkId, runId, (run) => run.status === 'running');
      await app.get(RoundRuns).cancel(networkId, runId, app.person('stopped', 'coordinator'));
      await workers.withQueue((queue) => until(async () => (await queue.getJob(runId)) === undefined));
      const left = await workers.leftBy(networkId, runId);
      expect(left).toEqual({ proposals: 0, lines: 0, exclusions: 0, ends: [{ kind: 'run-cancelled' }] });
      const next = await requested('after-stopped');
      await workers.runUntil(next.networkId, next.runId, (run) => run.status === 'running');
      expect(worker.exitCode).toBeNull();
      await app.get(RoundRuns).cancel(next.networkId, next.runId, app.person('after-stopped', 'coordinator'));
    },
    180_000,
  );

  it_(
    'fails in plain words when its engine eats all memory, and the worker lives on',
    async () => {
      const { networkId, runId } = await requested('greedy');
      const worker = workers.start({ GREEDY: 'yes' });
      const run = await workers.untilOver(networkId, runId);
      expect(run).toMatchObject({ status: 'failed', error: expect.stringContaining('ENGINE_MEMORY_MEGABYTES') });
      expect([worker.exitCode, worker.signalCode]).toEqual([null, null]);
    },
    180_000,
  );
});
