import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { type BeforeApplicationShutdown, Logger } from '@nestjs/common';
import { ROUND_RUNS } from '@wakachi/platform';
import { RunHandler } from '@wakachi/rounds';
import type { Job } from 'bullmq';

export interface RoundRunJob {
  readonly networkId: string;
  readonly runId: string;
}

/** How long a job may go without a sign of life before another worker takes it over. */
const lockDuration = Number(process.env['QUEUE_LOCK_MILLISECONDS'] ?? 30_000);

@Processor(ROUND_RUNS, { concurrency: 1, lockDuration, stalledInterval: lockDuration, maxStalledCount: 10 })
export class RoundRunProcessor extends WorkerHost implements BeforeApplicationShutdown {
  private readonly logger = new Logger(RoundRunProcessor.name);

  constructor(private readonly handler: RunHandler) {
    super();
  }

  process(job: Job<RoundRunJob>): Promise<void> {
    return this.handler.handle(job.data.networkId, job.data.runId);
  }

  /** The queue has tried all it will: that is an error, and the run says so itself. Before that it is a warning. */
  @OnWorkerEvent('failed')
  async onFailed(job: Job<RoundRunJob> | undefined, error: Error): Promise<void> {
    const text = `run ${job?.data.runId} attempt ${job?.attemptsMade}: ${error.message}`;
    try {
      if (!job || !(await job.isFailed())) return this.logger.warn(text);
      this.logger.error(`${text}; given up`);
      await this.handler.fail(job.data.networkId, job.data.runId, error.message);
    } catch (trouble) {
      // Nobody waits for this listener. The sweep finds the run again.
      this.logger.error(`${text}; could not be noted down: ${(trouble as Error).message}`);
    }
  }

  @OnWorkerEvent('error')
  onError(error: Error): void {
    this.logger.warn(`queue: ${error.message}`);
  }

  /** Finishes the job in hand while the database is still there. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.worker.close();
  }
}
