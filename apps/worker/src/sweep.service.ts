import { InjectQueue } from '@nestjs/bullmq';
import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Database } from '@wakachi/database';
import { ROUND_RUNS } from '@wakachi/platform';
import { RunHandler, type UnfinishedRun, unfinishedRuns } from '@wakachi/rounds';
import type { Queue } from 'bullmq';
import { offerRun } from './offer-run.js';

/** How often to look, and how long after its event was sent a run is looked at. */
const sweepMilliseconds = Number(process.env['QUEUE_SWEEP_MILLISECONDS'] ?? 30_000);

/** What the queue still has to do something about, now or later. */
const HAS_A_FUTURE = ['waiting', 'active', 'delayed', 'prioritized', 'waiting-children'];

/**
 * The queue may be emptied at any moment. Runs that are not over and have no job any more are offered again, out of our own
 * tables; any number of workers may do so at once, for a run that is offered twice is computed once.
 */
@Injectable()
export class SweepService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('sweep');
  private timer: NodeJS.Timeout | undefined;
  private sweeping: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly db: Database,
    private readonly handler: RunHandler,
    @InjectQueue(ROUND_RUNS) private readonly queue: Queue,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setTimeout(() => {
      this.sweeping = this.sweep()
        .catch((error: Error) => this.logger.warn({ msg: 'not swept, trying again', error }))
        .finally(() => {
          if (!this.stopped) this.onApplicationBootstrap();
        });
    }, sweepMilliseconds);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.sweeping;
  }

  async sweep(): Promise<void> {
    for (const run of await unfinishedRuns(this.db, sweepMilliseconds)) await this.lookAfter(run);
  }

  private async lookAfter(run: UnfinishedRun): Promise<void> {
    const job = await this.queue.getJob(run.runId);
    const state = await job?.getState();
    if (state !== undefined && HAS_A_FUTURE.includes(state)) return;
    // Its last attempt is over, but whoever should have noted that down could not.
    if (job && state === 'failed') return this.handler.fail(run.networkId, run.runId, job.failedReason);
    this.logger.warn({ msg: 'a run had no job and is offered again', ...run, state: state ?? 'none' });
    await job?.remove();
    await offerRun(this.queue, run);
  }
}
