import { Injectable } from '@nestjs/common';
import { Database } from '@wakachi/database';
import { Lot } from '@wakachi/donations';
import { RecipientGroup } from '@wakachi/groups';
import { Journal } from '@wakachi/journal';
import { Clock, DomainError, deriveId, sha256 } from '@wakachi/kernel';
import type { EntityManager } from 'typeorm';
import { groupName, lotName } from './problem-names.js';
import { Proposal, ProposalLine } from './proposal.entity.js';
import { RoundRun, SOLVED } from './round-run.entity.js';
import { lockedRun } from './round-runs.service.js';
import { RunExclusion } from './run-exclusion.entity.js';
import { type Plan, Solver } from './solver.js';

const ROWS_AT_ONCE = 2_000;

/** What a worker does with a queued run. At least once is what a queue promises, so doing it twice has to be harmless. */
@Injectable()
export class RunHandler {
  constructor(
    private readonly db: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly solver: Solver,
  ) {}

  /**
   * Computes the plan and turns it into a proposal, in one transaction. A run that is over is left alone, so a second delivery,
   * a worker that comes back after another took over, or a plan for a run that has been cancelled changes nothing. Throws only
   * what a retry may mend.
   */
  async handle(networkId: string, runId: string): Promise<void> {
    const input = await this.begin(networkId, runId);
    if (input === null) return;
    let plan: Plan;
    try {
      plan = await this.solver.solve(input);
    } catch (error) {
      // The engine is a pure function: what it refuses once it refuses always.
      if (!(error instanceof DomainError)) throw error;
      await this.fail(networkId, runId, error.text.ja);
      return;
    }
    await this.db.inNetwork(networkId, (tx) => tx.update(RoundRun, { id: runId, status: 'running' }, { progress: SOLVED }));
    await this.finish(networkId, runId, plan);
  }

  /** After the last retry. */
  fail(networkId: string, runId: string, reason: string): Promise<void> {
    return this.withOpenRun(networkId, runId, async (tx, run) => {
      run.fail(this.clock.now(), reason);
      await tx.save(run);
      await this.journal.append(tx, networkId, { entryId: deriveId('run-failed', runId), kind: 'run-failed', body: { run: runId } });
    });
  }

  private async begin(networkId: string, runId: string): Promise<string | null> {
    let input: string | null = null;
    await this.withOpenRun(networkId, runId, async (tx, run) => {
      run.begin(this.clock.now());
      await tx.save(run);
      input = run.input;
    });
    return input;
  }

  private finish(networkId: string, runId: string, plan: Plan): Promise<void> {
    return this.withOpenRun(networkId, runId, async (tx, run) => {
      const solutionSha256 = sha256(plan.solution);
      const proposalId = deriveId('proposal', runId);
      run.succeed(this.clock.now(), plan.engine, plan.solution, solutionSha256);
      await tx.save(run);
      const { lotOf, groupOf } = await idsByName(tx);
      const exclusions = plan.exclusions.map(({ lot, group, rule }) => ({
        networkId,
        runId,
        lotId: lotOf(lot),
        groupId: groupOf(group),
        rule,
      }));
      const lines = plan.awards.map(({ lot, group, cases }) => ({
        networkId,
        proposalId,
        lotId: lotOf(lot),
        groupId: groupOf(group),
        cases,
      }));
      await insertAll(tx, RunExclusion, exclusions);
      await tx.insert(Proposal, {
        networkId,
        id: proposalId,
        runId,
        roundId: run.roundId,
        status: 'proposed',
        proposedBy: run.requestedBy,
        proposedAt: this.clock.now(),
      });
      await insertAll(tx, ProposalLine, lines);
      await this.journal.append(tx, networkId, {
        entryId: deriveId('run-succeeded', runId),
        kind: 'run-succeeded',
        body: { run: runId, input: run.inputSha256, solution: solutionSha256, engine: plan.engine, proposal: proposalId },
      });
    });
  }

  private withOpenRun(networkId: string, runId: string, work: (tx: EntityManager, run: RoundRun) => Promise<void>): Promise<void> {
    return this.db.inNetwork(networkId, async (tx) => {
      const run = await lockedRun(tx, runId);
      if (run && !run.isOver()) await work(tx, run);
    });
  }
}

/** The rows that the names of a frozen problem stand for. */
async function idsByName(tx: EntityManager): Promise<{ lotOf: (name: string) => string; groupOf: (name: string) => string }> {
  const lots = new Map((await tx.find(Lot)).map((lot) => [lotName(lot), lot.id]));
  const groups = new Map((await tx.find(RecipientGroup)).map((group) => [groupName(group), group.id]));
  return { lotOf: (name) => lots.get(name) as string, groupOf: (name) => groups.get(name) as string };
}

async function insertAll<T extends object>(tx: EntityManager, entity: new () => T, rows: readonly object[]): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    await tx.insert(entity, rows.slice(start, start + ROWS_AT_ONCE) as never);
  }
}
