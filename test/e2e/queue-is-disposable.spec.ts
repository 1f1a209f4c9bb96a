import { Approvals, Proposal, RoundRuns } from '@wakachi/rounds';
import { discrepancies } from '@wakachi/stock-ledger';
import { TestApplication } from '../harness/application.js';
import { BACKENDS, death, itOn, stop, WorkerProcesses } from '../harness/worker-processes.js';

/** In this order one run meets all of them: after the last it is over. */
const POINTS = ['taken', 'begun', 'solved', 'storing', 'stored'];
const CYCLES = 2;

describe.each(BACKENDS)('whatever is lost of the queue on $name', (backend) => {
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

  /** Every effect of the run exists once, up to the awards that come of it. */
  async function expectOnce(name: string, networkId: string, runId: string): Promise<void> {
    const run = await workers.untilOver(networkId, runId);
    expect(run).toMatchObject({ status: 'succeeded', progress: 100 });
    const { awards: planned } = JSON.parse(run.solution as string) as { awards: { lot: string; group: string; cases: number }[] };
    const left = await workers.leftBy(networkId, runId);
    expect(left).toMatchObject({ proposals: 1, lines: planned.length, ends: [{ kind: 'run-succeeded' }] });
    const proposal = await app.db.inNetwork(networkId, (tx) => tx.findOneByOrFail(Proposal, { runId }));
    await app.get(Approvals).approve(networkId, proposal.id, app.person(name, 'approver'));
    await app.db.inNetwork(networkId, async (tx) => {
      const awards = await tx.query<unknown[]>(
        `SELECT lpad(l.line_number::text, 5, '0') || '-' || right(l.id::text, 8) AS lot, g.code AS "group", a.cases
           FROM award a JOIN lot l ON l.id = a.lot_id JOIN recipient_group g ON g.id = a.group_id ORDER BY 1, 2`,
      );
      expect(awards).toEqual(planned);
      expect(await discrepancies(tx)).toEqual([]);
    });
  }

  it_.each(Array.from({ length: CYCLES }, (_, i) => i + 1))(
    'workers that are killed at five points do no harm (%i)',
    async (cycle) => {
      const name = `killed-${cycle}`;
      const { networkId, runId } = await requested(name);
      for (const point of POINTS) await death(workers.start({ DIE_AT: point }));
      workers.start();
      await expectOnce(name, networkId, runId);
    },
    400_000,
  );

  it_(
    'a relay that is killed between sending and noting it down does no harm',
    async () => {
      const { networkId, runId } = await requested('relay-killed');
      await death(workers.start({ DIE_AT: 'sent' }));
      workers.start();
      await expectOnce('relay-killed', networkId, runId);
    },
    180_000,
  );

  it_(
    'a queue that is emptied while a worker computes loses nothing, whether the worker lives on',
    async () => {
      const { networkId, runId } = await requested('flushed');
      const worker = workers.start({ HOLD: 'yes' });
      await workers.runUntil(networkId, runId, (run) => run.status === 'running');
      await workers.flush();
      worker.kill('SIGUSR2');
      await expectOnce('flushed', networkId, runId);
    },
    180_000,
  );

  it_(
    'or dies',
    async () => {
      const { networkId, runId } = await requested('flushed-and-killed');
      const worker = workers.start({ HOLD: 'yes' });
      await workers.runUntil(networkId, runId, (run) => run.status === 'running');
      await workers.flush();
      await stop(worker, 'SIGKILL');
      workers.start();
      await expectOnce('flushed-and-killed', networkId, runId);
    },
    180_000,
  );

  it_(
    'a job that failed without its run knowing is made known',
    async () => {
      const { networkId, runId } = await requested('failed-unknown');
      // With a single attempt, so that the test need not wait for five.
      await workers.withQueue((queue) => queue.add('run', { networkId, runId }, { jobId: runId, attempts: 1 }));
      await death(workers.start({ STUMBLES: '1', DIE_AT: 'given-up' }));
      workers.start();
      const run = await workers.untilOver(networkId, runId);
      expect(run).toMatchObject({ status: 'failed', attempts: 1, error: 'a passing fault' });
      await expect(workers.leftBy(networkId, runId)).resolves.toMatchObject({ proposals: 0, ends: [{ kind: 'run-failed' }] });
    },
    180_000,
  );
});
