import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '@wakachi/access';
import { DonationsModule } from '@wakachi/donations';
import { GroupsModule } from '@wakachi/groups';
import { JournalModule } from '@wakachi/journal';
import { PlatformModule } from '@wakachi/platform';
import { StockLedgerModule } from '@wakachi/stock-ledger';
import { AllocationPolicies } from './allocation-policy/allocation-policies.service.js';
import { Approvals } from './approvals.service.js';
import { ThreadSolver } from './engine/thread-solver.js';
import { ROUNDS_ENTITIES } from './entities.js';
import { Entries } from './entries.service.js';
import { RoundRuns } from './round-runs.service.js';
import { Rounds } from './rounds.service.js';
import { RunHandler } from './run-handler.service.js';
import { Solver } from './solver.js';
import { RoundTargets } from './targets/round-targets.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature(ROUNDS_ENTITIES),
    AccessModule,
    DonationsModule,
    GroupsModule,
    JournalModule,
    PlatformModule,
    StockLedgerModule,
  ],
  providers: [
    AllocationPolicies,
    Rounds,
    RoundRuns,
    RunHandler,
    Approvals,
    Entries,
    RoundTargets,
    { provide: Solver, useFactory: () => new ThreadSolver() },
  ],
  exports: [AllocationPolicies, Rounds, RoundRuns, RunHandler, Approvals, Entries, RoundTargets],
})
export class RoundsModule {}
