import { InjectQueue } from '@nestjs/bullmq';
import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Database } from '@wakachi/database';
import { OutboxRelay, ROUND_RUNS } from '@wakachi/platform';
import { RUN_REQUESTED } from '@wakachi/rounds';
import type { Queue } from 'bullmq';
import { offerRun } from './offer-run.js';

/** Carries what the outbox holds into the queues. */
@Injectable()
export class RelayService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(RelayService.name);
  private readonly relay: OutboxRelay;

  constructor(db: Database, @InjectQueue(ROUND_RUNS) roundRuns: Queue) {
    const routes = {
      [RUN_REQUESTED]: (event: { networkId: string; id: string }) => offerRun(roundRuns, { networkId: event.networkId, runId: event.id }),
    };
    this.relay = new OutboxRelay(db, routes, (error) => this.logger.warn(`relay: ${(error as Error).message}`));
  }

  onApplicationBootstrap(): void {
    this.relay.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.relay.stop();
  }
}
