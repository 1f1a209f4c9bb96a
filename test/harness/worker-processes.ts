import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { QUEUE_SCHEMA, queueBackend, ROUND_RUNS } from '@wakachi/platform';
import { Proposal, type RoundRun, RoundRuns } from '@wakachi/rounds';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import type { TestApplication } from './application.js';
import { testRedis } from './redis.js';

const redisUrl = await testRedis();
const prefix = `test-${process.pid}`;

export interface QueueBackend {
  readonly name: 'PostgreSQL' | 'Redis';
  readonly url: string | null;
}

/** Both, for `describe.each`; with no Redis to be found the second is skipped, loudly. */
export const BACKENDS: readonly QueueBackend[] = [
  { name: 'PostgreSQL', url: null },
  { name: 'Redis', url: redisUrl },
];
export const itOn = (backend: QueueBackend) => (backend.name === 'Redis' && backend.url === null ? it.skip : it);

/** A guard against hanging: everything here waits for a state, not for a time. */
const LONGEST_WAIT_MILLISECONDS = 120_000;

/** Workers in processes of their own, on one application's database, and the queue that they share. */
export class WorkerProcesses {
  private readonly workers: ChildProcess[] = [];

  constructor(
    private readonly app: TestApplication,
    private readonly backend: QueueBackend,
  ) {}

  /** See `test/e2e/worker-process.mjs` for what can be asked of it. Times are short, so that what is lost is soon found. */
  start(env: Record<string, string> = {}): ChildProcess {
    const own = {
      DATABASE_URL: this.app.database.url,
      REDIS_URL: this.backend.url ?? '',
      QUEUE_PREFIX: prefix,
      QUEUE_LOCK_MILLISECONDS: '1000',
      QUEUE_SWEEP_MILLISECONDS: '500',
    };
    const worker = spawn(process.execPath, ['test/e2e/worker-process.mjs'], {
      env: { ...process.env, ...own, ...env },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    this.workers.push(worker);
    return worker;
  }

  async stopAll(): Promise<void> {
    await Promise.all(this.workers.splice(0).map((worker) => stop(worker, 'SIGTERM')));
  }

  runUntil(networkId: string, runId: string, reached: (run: RoundRun) => boolean): Promise<RoundRun> {
    return until(async () => {
      const run = await this.app.get(RoundRuns).find(networkId, runId);
      return reached(run) && run;
    });
  }

  untilOver(networkId: string, runId: string): Promise<RoundRun> {
    return this.runUntil(networkId, runId, (run) => run.isOver());
  }

  async withQueue<T>(work: (queue: Queue) => Promise<T>): Promise<T> {
    const options = { databaseUrl: this.app.database.url, redisUrl: this.backend.url, prefix };
    const queue = new Queue(ROUND_RUNS, queueBackend(options));
    try {
      return await work(queue);
    } finally {
      await queue.close();
    }
  }

  /** All that the queue knows is gone: every key of this installation, or every row. */
  flush(): Promise<void> {
    return this.backend.url === null ? this.emptyTables() : emptyKeys(this.backend.url);
  }

  /** What a run left behind. */
  leftBy(networkId: string, runId: string) {
    return this.app.db.inNetwork(networkId, async (tx) => ({
      proposals: await tx.countBy(Proposal, { runId }),
      lines: await count(tx, 'proposal_line l JOIN proposal p ON p.id = l.proposal_id WHERE p.run_id = $1', runId),
      exclusions: await count(tx, 'run_exclusion WHERE run_id = $1', runId),
      ends: await tx.query<{ kind: string }[]>(
        `SELECT kind FROM journal_entry WHERE body::jsonb->>'run' = $1 AND kind <> 'run-requested' ORDER BY seq`,
        [runId],
      ),
    }));
  }

  private emptyTables(): Promise<void> {
    return this.app.database.asOwner(async (owner) => {
      const { rows } = await owner.query(
        `SELECT string_agg(format('%I.%I', schemaname, tablename), ', ') AS tables FROM pg_tables
          WHERE schemaname = '${QUEUE_SCHEMA}' AND tablename NOT LIKE '%migration%'`,
      );
      await owner.query(`TRUNCATE ${rows[0].tables}`);
    });
  }
}

async function emptyKeys(url: string): Promise<void> {
  const redis = new Redis(url);
  const keys = await redis.keys(`${prefix}:*`);
  if (keys.length > 0) await redis.del(keys);
  redis.disconnect();
}

async function count(tx: { query<T>(sql: string, parameters: unknown[]): Promise<T> }, from: string, runId: string): Promise<number> {
  const rows = await tx.query<{ n: number }[]>(`SELECT count(*)::int AS n FROM ${from}`, [runId]);
  return (rows[0] as { n: number }).n;
}

/** Asks again and again; the first answer that is not false. */
export async function until<T>(answer: () => Promise<T | false>): Promise<T> {
  for (const end = Date.now() + LONGEST_WAIT_MILLISECONDS; Date.now() < end; await sleep(50)) {
    const answered = await answer();
    if (answered !== false) return answered;
  }
  throw new Error('it did not come so far');
}

/** One that does not close by itself, for it holds a job, is killed in the end. */
export async function stop(worker: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return;
  const ended = once(worker, 'exit');
  worker.kill(signal);
  const killer = setTimeout(() => worker.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(killer);
}

/** Until it has killed itself. */
export async function death(worker: ChildProcess): Promise<void> {
  if (worker.exitCode === null && worker.signalCode === null) await once(worker, 'exit');
  if (worker.signalCode !== 'SIGKILL') throw new Error(`the worker ended with ${worker.exitCode} instead of being killed`);
}
