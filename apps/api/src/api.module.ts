import { Module, type OnModuleInit } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { AccessModule } from '@wakachi/access';
import { DistributionsModule } from '@wakachi/distributions';
import { DonationsModule } from '@wakachi/donations';
import { GroupsModule } from '@wakachi/groups';
import { JournalModule } from '@wakachi/journal';
import { LogisticsModule } from '@wakachi/logistics';
import { IdleConnections, ObservationModule, PlatformModule, RequestLog } from '@wakachi/platform';
import { RoundsModule } from '@wakachi/rounds';
import { StockLedgerModule } from '@wakachi/stock-ledger';
import { AllocationPoliciesController } from './allocation-policies/allocation-policies.controller.js';
import { AwardsController } from './awards/awards.controller.js';
import { DonorsController } from './donors/donors.controller.js';
import { EntriesController } from './entries/entries.controller.js';
import { FiguresController } from './figures/figures.controller.js';
import { GroupsController } from './groups/groups.controller.js';
import { HandOutsController } from './hand-outs/hand-outs.controller.js';
import { HealthController } from './health/health.controller.js';
import { HubsController } from './hubs/hubs.controller.js';
import { IntakesController } from './intakes/intakes.controller.js';
import { JournalExportController } from './journal/journal-export.controller.js';
import { PeriodsController } from './ledger/periods.controller.js';
import { PostingsController } from './ledger/postings.controller.js';
import { StockBooksController } from './ledger/stock-books.controller.js';
import { LotsController } from './lots/lots.controller.js';
import { MetricsController } from './metrics/metrics.controller.js';
import { OffersController } from './offers/offers.controller.js';
import { PageController } from './page/page.controller.js';
import { ProblemFilter } from './problems/problem.filter.js';
import { ReceiptsController } from './receipts/receipts.controller.js';
import { ProposalsController } from './rounds/proposals.controller.js';
import { RoundTargetsController } from './rounds/round-targets.controller.js';
import { RoundsController } from './rounds/rounds.controller.js';
import { RunCancellationController } from './rounds/run-cancellation.controller.js';
import { RunsController } from './rounds/runs.controller.js';
import { ShipmentsController } from './shipments/shipments.controller.js';
import { messages } from './sign-in/messages.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { SignedInGuard } from './sign-in/signed-in.guard.js';
import { ParkedCommandsController } from './stock/parked-commands.controller.js';
import { SitesController } from './stock/sites.controller.js';
import { StockCommandsController } from './stock/stock-commands.controller.js';
import { StockSyncController } from './stock/stock-sync.controller.js';
import { NothingUnasked } from './validation/nothing-unasked.guard.js';
import { StrictPipe } from './validation/strict.pipe.js';

@Module({
  imports: [
    AccessModule,
    DistributionsModule,
    DonationsModule,
    GroupsModule,
    JournalModule,
    LogisticsModule,
    ObservationModule,
    PlatformModule,
    RoundsModule,
    StockLedgerModule,
  ],
  controllers: [
    AllocationPoliciesController,
    AwardsController,
    DonorsController,
    EntriesController,
    FiguresController,
    GroupsController,
    HandOutsController,
    HealthController,
    HubsController,
    IntakesController,
    JournalExportController,
    LotsController,
    MetricsController,
    OffersController,
    PageController,
    PeriodsController,
    PostingsController,
    ProposalsController,
    ReceiptsController,
    RoundsController,
    RoundTargetsController,
    RunCancellationController,
    RunsController,
    ShipmentsController,
    SignInController,
    ParkedCommandsController,
    SitesController,
    StockCommandsController,
    StockSyncController,
    StockBooksController,
  ],
  providers: [
    IdleConnections,
    RequestLog,
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_GUARD, useClass: SignedInGuard },
    { provide: APP_GUARD, useClass: NothingUnasked },
    { provide: APP_PIPE, useClass: StrictPipe },
  ],
})
export class ApiModule implements OnModuleInit {
  /** Until access is built, people sign in without a password: never in production. */
  onModuleInit(): void {
    if (process.env['NODE_ENV'] === 'production')
      throw new Error(`${messages('development-only').ja} / ${messages('development-only').en}`);
  }
}
