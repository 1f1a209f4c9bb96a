import { Module, type OnModuleInit, ValidationPipe } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { AccessModule } from '@wakachi/access';
import { DistributionsModule } from '@wakachi/distributions';
import { DonationsModule } from '@wakachi/donations';
import { GroupsModule } from '@wakachi/groups';
import { JournalModule } from '@wakachi/journal';
import { LogisticsModule } from '@wakachi/logistics';
import { RoundsModule } from '@wakachi/rounds';
import { FiguresController } from './figures/figures.controller.js';
import { HealthController } from './health/health.controller.js';
import { JournalExportController } from './journal/journal-export.controller.js';
import { LotsController } from './lots/lots.controller.js';
import { PageController } from './page/page.controller.js';
import { ProblemFilter } from './problems/problem.filter.js';
import { RoundsController } from './rounds/rounds.controller.js';
import { RunCancellationController } from './runs/run-cancellation.controller.js';
import { messages } from './sign-in/messages.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { SignedInGuard } from './sign-in/signed-in.guard.js';

@Module({
  imports: [AccessModule, DistributionsModule, DonationsModule, GroupsModule, JournalModule, LogisticsModule, RoundsModule],
  controllers: [
    FiguresController,
    HealthController,
    JournalExportController,
    LotsController,
    PageController,
    RoundsController,
    RunCancellationController,
    SignInController,
  ],
  providers: [
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_GUARD, useClass: SignedInGuard },
    { provide: APP_PIPE, useValue: new ValidationPipe({ whitelist: true, forbidNonWhitelisted: true, transform: true }) },
  ],
})
export class ApiModule implements OnModuleInit {
  /** Until access is built, people sign in without a password: never in production. */
  onModuleInit(): void {
    if (process.env['NODE_ENV'] === 'production')
      throw new Error(`${messages('development-only').ja} / ${messages('development-only').en}`);
  }
}
