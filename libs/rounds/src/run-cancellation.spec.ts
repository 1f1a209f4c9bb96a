import { deriveId } from '@wakachi/kernel';
import { TestApplication } from '../../../test/harness/application.js';
import { Proposal, RoundRun, RoundRuns, RunExclusion, RunHandler, RunNotFound, RunOver } from './index.js';
import { NEXT_STATUS, type RunStatus } from './run-status.js';

const STATUSES = Object.keys(NEXT_STATUS) as RunStatus[];
const STEPS: Readonly<Record<Exclude<RunStatus, 'queued'>, (run: RoundRun) => void>> = {
  running: (run) => run.begin(new Date(0)),
  succeeded: (run) => run.succeed(new Date(0), 'engine', '{}', 'hash'),
  failed: (run) => run.fail(new Date(0), 'why'),
  cancelled: (run) => run.cancel(new Date(0)),
};

describe("a run's status", () => {
  it.each(STATUSES.flatMap((from) => Object.entries(STEPS).map(([to, step]) => [from, to as RunStatus, step] as const)))(
    'goes from %s to %s as the table says, or not at all',
    (from, to, step) => {
      const run = Object.assign(new RoundRun(), { id: 'r', status: from, attempts: 0, progress: 0, startedAt: null });
      if (NEXT_STATUS[from].includes(to)) {
        step(run);
        expect(run.status).toBe(to);
      } else {
        expect(() => step(run)).toThrow(RunOver);
        expect(run.status).toBe(from);
      }
    },
  );

  it('is final once it has succeeded, failed or been cancelled', () => {
    expect(STATUSES.filter((status) => NEXT_STATUS[status].length === 0)).toEqual(['succeeded', 'failed', 'cancelled']);
  });
});

describe('cancelling a run', () => {
  let app: TestApplication;
  beforeAll(async () => {
    app = await TestApplication.start();
  });
  afterAll(() => app.stop());

  it('leaves nothing but its row and its line in the journal, whatever a worker does afterwards', async () => {
    const { networkId, roundId } = await app.sampleRound('cancelled');
    const by = app.person('cancelled', 'coordinator');
    const runs = app.get(RoundRuns);
    const runId = await runs.request(networkId, roundId, by);
    await runs.cancel(networkId, runId, by);
    await app.get(RunHandler).handle(networkId, runId);
    await expect(runs.find(networkId, runId)).resolves.toMatchObject({ status: 'cancelled', attempts: 0, solution: null });
    await app.db.inNetwork(networkId, async (tx) => {
      expect([await tx.count(Proposal), await tx.count(RunExclusion)]).toEqual([0, 0]);
      const entries = await tx.query<unknown[]>(`SELECT entry_id FROM journal_entry WHERE kind = 'run-cancelled'`);
      expect(entries).toEqual([{ entry_id: deriveId('run-cancelled', runId) }]);
    });
  });

  it('is refused when the run is over, and when there is none', async () => {
    const { networkId, roundId } = await app.sampleRound('over');
    const { runId } = await app.propose('over', networkId, roundId);
    const by = app.person('over', 'coordinator');
    await expect(app.get(RoundRuns).cancel(networkId, runId, by)).rejects.toBeInstanceOf(RunOver);
    await expect(app.get(RoundRuns).cancel(networkId, deriveId('nothing'), by)).rejects.toBeInstanceOf(RunNotFound);
  });
});
