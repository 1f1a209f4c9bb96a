import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '@wakachi/database';
import { within } from '../health/within.js';
import { Queues } from '../queue/queues.js';
import { beginProcessMetrics, outboxLag, outboxWaiting, poolConnections, queueJobs, reachable, registry } from './metrics.js';

const PATIENCE_MILLISECONDS = 2_000;
const STATES = ['waiting', 'active', 'delayed', 'failed'] as const;

interface Pool {
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
}

/** All figures as Prometheus reads them. What has to be asked for is asked on each scrape; what does not answer is left out. */
@Injectable()
export class Measures implements OnModuleInit {
  readonly contentType = registry.contentType;

  constructor(
    private readonly db: Database,
    private readonly queues: Queues,
  ) {}

  onModuleInit(): void {
    beginProcessMetrics();
  }

  async text(): Promise<string> {
    this.pool();
    await Promise.all([this.ask('database', () => this.outbox()), this.ask('queue', () => this.depths())]);
    return registry.metrics();
  }

  private pool(): void {
    const { totalCount, idleCount, waitingCount } = (this.db.dataSource.driver as unknown as { master: Pool }).master;
    poolConnections.set({ state: 'in-use' }, totalCount - idleCount);
    poolConnections.set({ state: 'idle' }, idleCount);
    poolConnections.set({ state: 'waited-for' }, waitingCount);
  }

  private async ask(part: string, question: () => Promise<void>): Promise<void> {
    const answered = await within(PATIENCE_MILLISECONDS, question()).then(
      () => true,
      () => false,
    );
    reachable.set({ part }, answered ? 1 : 0);
  }

  private async outbox(): Promise<void> {
    for (const gauge of [outboxWaiting, outboxLag]) gauge.remove();
    const [lag] = await this.db.dataSource.query<{ waiting: string; oldest_seconds: number }[]>(
      'SELECT waiting, oldest_seconds FROM outbox_lag()',
    );
    outboxWaiting.set(Number(lag?.waiting));
    outboxLag.set(Number(lag?.oldest_seconds));
  }

  private async depths(): Promise<void> {
    queueJobs.reset();
    for (const queue of this.queues.all()) {
      const counts = await queue.getJobCounts(...STATES);
      for (const state of STATES) queueJobs.set({ queue: queue.name, state }, counts[state] ?? 0);
    }
  }
}
