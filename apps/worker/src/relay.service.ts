import { InjectQueue } from '@nestjs/bullmq';
import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Database } from '@wakachi/database';
import { OutboxRelay, ROUND_RUNS, type Send } from '@wakachi/platform';
import { RUN_REQUESTED } from '@wakachi/rounds';
import type { Queue } from 'bullmq';
import { offerRun } from './offer-run.js';

/** Carries what the outbox holds into the queues. */
@Injectable()
export class RelayService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('relay');
  private readonly relay: OutboxRelay;

  constructor(db: Database, @InjectQueue(ROUND_RUNS) roundRuns: Queue) {
    const routes = {
      [RUN_REQUESTED]: async ({ networkId, id: runId, payload: { requestId } }: Parameters<Send>[0]) => {
        await offerRun(roundRuns, { networkId, runId }, requestId);
        this.logger.log({ msg: 'run queued', networkId, runId, requestId });
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
