import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { type BeforeApplicationShutdown, Logger } from '@nestjs/common';
import { inLogContext, ROUND_RUNS, runSeconds, shutdownSeconds } from '@wakachi/platform';
import { RunHandler } from '@wakachi/rounds';
import type { Job } from 'bullmq';
import { JobsInHand } from './jobs-in-hand.js';

export interface RoundRunJob {
  readonly networkId: string;
  readonly runId: string;
  readonly requestId: string | null;
}

/** How long a job may go without a sign of life before another worker takes it over. */
const lockDuration = Number(process.env['QUEUE_LOCK_MILLISECONDS'] ?? 30_000);

@Processor(ROUND_RUNS, { concurrency: 1, lockDuration, stalledInterval: lockDuration, maxStalledCount: 10 })
export class RoundRunProcessor extends WorkerHost implements BeforeApplicationShutdown {
  private readonly logger = new Logger('runs');
  private readonly inHand = new JobsInHand();

  constructor(private readonly handler: RunHandler) {
    super();
  }

  process(job: Job<RoundRunJob>, token = ''): Promise<void> {
    return inLogContext(job.data, () => this.inHand.during(job, token, (signal) => this.run(job, signal)));
  }

  private async run(job: Job<RoundRunJob>, signal: AbortSignal): Promise<void> {
    const seconds = runSeconds.startTimer();
    this.logger.log({ msg: 'run taken up', attempt: job.attemptsMade + 1 });
    try {
      await this.handler.handle(job.data.networkId, job.data.runId, signal);
      this.logger.log({ msg: 'run finished', ms: Math.round(seconds({ outcome: 'finished' }) * 1_000) });
    } catch (error) {
      seconds({ outcome: 'failed' });
      throw error;
    }
  }

  /** The queue has tried all it will: that is an error, and the run says so itself. Before that it is a warning. */
  @OnWorkerEvent('failed')
  async onFailed(job: Job<RoundRunJob> | undefined, error: Error): Promise<void> {
    if (!job) return;
    const { networkId, runId } = job.data;
    const about = { ...job.data, attempt: job.attemptsMade, error };
    try {
      if (!(await job.isFailed())) return this.logger.warn({ msg: 'run attempt failed', ...about });
      this.logger.error({ msg: 'run given up', ...about });
      await this.handler.fail(networkId, runId, error.message);
    } catch (trouble) {
      // Nobody waits for this listener. The sweep finds the run again.
      this.logger.error({ msg: 'run given up, but that could not be noted down', ...about, error: trouble });
    }
  }

  @OnWorkerEvent('error')
  onError(error: Error): void {
    this.logger.warn({ msg: 'queue does not answer', error });
  }

  /** While the database is still there. */
  async beforeApplicationShutdown(): Promise<void> {
    const handedBack = await this.inHand.finishOrHandBack(this.worker, shutdownSeconds(process.env));
    if (handedBack > 0) this.logger.warn({ msg: 'run handed back to the queue', jobs: handedBack });
  }
}
