import 'reflect-metadata';
import { getQueueToken } from '@nestjs/bullmq';
import { NestFactory } from '@nestjs/core';
import { WorkerModule } from '../../dist/apps/worker/src/worker.module.js';
import { AccessModule, Networks } from '../../dist/libs/access/src/index.js';
import { DatabaseModule } from '../../dist/libs/database/src/index.js';
import { DonationsModule, OfferImport } from '../../dist/libs/donations/src/index.js';
import { GroupRegisterImport, GroupsModule } from '../../dist/libs/groups/src/index.js';
import { Hubs, LogisticsModule } from '../../dist/libs/logistics/src/index.js';
import { ClockModule, QueueModule, ROUND_RUNS } from '../../dist/libs/platform/src/index.js';
import { Approvals, RoundRuns, Rounds, RoundsModule } from '../../dist/libs/rounds/src/index.js';
import { withCleanUp } from './clean-up.mjs';
import { SampleClock } from './sample.mjs';

class BenchModule {}

/** The application's own modules, composed as the standalone process composes them, without HTTP. */
export async function withApplication({ databaseUrl, redisUrl = null, prefix }, work) {
  const module = {
    module: BenchModule,
    imports: [
      ClockModule.forRoot(new SampleClock()),
      DatabaseModule.forRoot(databaseUrl),
      QueueModule.forRoot({ databaseUrl, redisUrl, ...(prefix ? { prefix } : {}) }),
      ...[AccessModule, DonationsModule, GroupsModule, LogisticsModule, RoundsModule, WorkerModule],
    ],
  };
  const context = await NestFactory.createApplicationContext(module, { logger: ['error', 'warn'], abortOnError: false });
  const get = (token) => context.get(token, { strict: false });
  return withCleanUp(
    () => context.close(),
    () =>
      work({
        networks: get(Networks),
        offers: get(OfferImport),
        groups: get(GroupRegisterImport),
        hubs: get(Hubs),
        rounds: get(Rounds),
        runs: get(RoundRuns),
        approvals: get(Approvals),
        queue: get(getQueueToken(ROUND_RUNS)),
      }),
  );
}

/** Takes one sample file in; the hubs are whatever the sheet names. */
export function importOffers({ offers, hubs }, network, file) {
  return offers.import(network.id, file, (networkId, names) => hubs.open(networkId, names), network.desk);
}
