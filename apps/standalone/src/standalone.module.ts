import { type DynamicModule, Module } from '@nestjs/common';
import { AccessModule } from '@wakachi/access';
import { DatabaseModule } from '@wakachi/database';
import { DistributionsModule } from '@wakachi/distributions';
import { DonationsModule } from '@wakachi/donations';
import { GroupsModule } from '@wakachi/groups';
import { JournalModule } from '@wakachi/journal';
import { LogisticsModule } from '@wakachi/logistics';
import { ClockModule, QueueModule } from '@wakachi/platform';
import { RoundsModule } from '@wakachi/rounds';
import { ApiModule } from '../../api/src/api.module.js';
import { WorkerModule } from '../../worker/src/worker.module.js';
import { Desk } from './trial/desk.service.js';
import { Families } from './trial/families.service.js';
import { Road } from './trial/road.service.js';
import { RoundDesk } from './trial/round-desk.service.js';
import { Stations, TrialWalk } from './trial/trial.service.js';
import { TrialClock } from './trial/trial-clock.js';

/** API, worker and the trial in one process. */
@Module({})
export class StandaloneModule {
  static forRoot(clock: TrialClock, databaseUrl: string, redisUrl: string | null): DynamicModule {
    return {
      module: StandaloneModule,
      imports: [
        ClockModule.forRoot(clock),
        DatabaseModule.forRoot(databaseUrl),
        QueueModule.forRoot({ databaseUrl, redisUrl }),
        ...[AccessModule, DistributionsModule, DonationsModule, GroupsModule, JournalModule, LogisticsModule, RoundsModule],
        ApiModule,
        WorkerModule,
      ],
      providers: [{ provide: TrialClock, useValue: clock }, Desk, RoundDesk, Road, Families, Stations, TrialWalk],
    };
  }
}
