import { InjectQueue } from '@nestjs/bullmq';
import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Database } from '@wakachi/database';
import { OutboxRelay, ROUND_RUNS } from '@wakachi/platform';
import { RUN_REQUESTED } from '@wakachi/rounds';
import type { Queue } from 'bullmq';

/** Carries what the outbox holds into the queues. */
@Injectable()
export class RelayService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('relay');
  private readonly relay: OutboxRelay;

  constructor(db: Database, @InjectQueue(ROUND_RUNS) roundRuns: Queue) {
    const routes = {
      [RUN_REQUESTED]: async (event: { networkId: string; id: string; payload: Record<string, unknown> }) => {
        const { runId, requestId } = event.payload;
        await roundRuns.add('run', { networkId: event.networkId, runId, requestId }, { jobId: event.id });
        this.logger.log({ msg: 'run queued', networkId: event.networkId, runId, requestId });
      },
    };
    this.relay = new OutboxRelay(db, routes, (error) => this.logger.warn({ msg: 'events not sent, trying again', error }));
  }

  onApplicationBootstrap(): void {
    this.relay.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.relay.stop();
  }
}
