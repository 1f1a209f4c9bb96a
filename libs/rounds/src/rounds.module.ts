import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '@wakachi/access';
import { DonationsModule } from '@wakachi/donations';
import { GroupsModule } from '@wakachi/groups';
import { JournalModule } from '@wakachi/journal';
import { PlatformModule } from '@wakachi/platform';
import { StockLedgerModule } from '@wakachi/stock-ledger';
import { Approvals } from './approvals.service.js';
import { Award } from './award.entity.js';
import { Proposal, ProposalLine } from './proposal.entity.js';
import { Round } from './round.entity.js';
import { RoundEntry } from './round-entry.entity.js';
import { RoundRun } from './round-run.entity.js';
import { RoundRuns } from './round-runs.service.js';
import { Rounds } from './rounds.service.js';
import { RunExclusion } from './run-exclusion.entity.js';
import { RunHandler } from './run-handler.service.js';
import { EngineSolver, Solver } from './solver.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([Round, RoundEntry, RoundRun, RunExclusion, Proposal, ProposalLine, Award]),
    AccessModule,
    DonationsModule,
    GroupsModule,
    JournalModule,
    PlatformModule,
    StockLedgerModule,
  ],
  providers: [Rounds, RoundRuns, RunHandler, Approvals, { provide: Solver, useClass: EngineSolver }],
  exports: [Rounds, RoundRuns, RunHandler, Approvals],
})
export class RoundsModule {}
