import { Injectable } from '@nestjs/common';
import { Database, migrationState } from '@wakachi/database';
import { Queues } from '../queue/queues.js';
import { isShuttingDown } from '../shutdown/stop-on-signal.js';
import { type FailedCheck, messages, NotReady } from './not-ready.js';
import { within } from './within.js';

const PATIENCE_MILLISECONDS = 2_000;

/** Whether this process can do its work: the database answers and has this build's schema, the queue answers, no end in sight. */
@Injectable()
export class Readiness {
  private asking: Promise<FailedCheck[]> | null = null;

  constructor(
    private readonly db: Database,
    private readonly queues: Queues,
  ) {}

  /** Throws NotReady. */
  async assertReady(): Promise<void> {
    if (isShuttingDown()) throw new NotReady([{ check: 'shutdown', text: messages('stopping') }]);
    // While one probe waits for a database that is gone, the next ones wait with it instead of queueing for connections.
    this.asking ??= this.failed().finally(() => {
      this.asking = null;
    });
    const failed = await this.asking;
    if (failed.length > 0) throw new NotReady(failed);
  }

  private async failed(): Promise<FailedCheck[]> {
    const checks = await Promise.all([this.database(), this.queue()]);
    return checks.filter((check) => check !== null);
  }

  private async database(): Promise<FailedCheck | null> {
    const answers = await this.answers(this.db.dataSource.query('SELECT 1'));
    if (!answers) return { check: 'database', text: messages('database') };
    const state = await within(PATIENCE_MILLISECONDS, migrationState(this.db.dataSource)).catch(() => null);
    if (state === null || state.missing.length > 0) return { check: 'migrations', text: messages('behind') };
    return state.unknown.length > 0 ? { check: 'migrations', text: messages('ahead') } : null;
  }

  private async queue(): Promise<FailedCheck | null> {
    const answers = await this.answers(Promise.all(this.queues.all().map((queue) => queue.getJobCounts('waiting'))));
    return answers ? null : { check: 'queue', text: messages('queue') };
  }

  private answers(question: Promise<unknown>): Promise<boolean> {
    return within(PATIENCE_MILLISECONDS, question).then(
      () => true,
      () => false,
    );
  }
}
