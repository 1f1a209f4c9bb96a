import { Injectable } from '@nestjs/common';
import { Database } from '@wakachi/database';
import { Lot } from '@wakachi/donations';
import { RecipientGroup } from '@wakachi/groups';
import { Journal } from '@wakachi/journal';
import { Clock, DomainError, deriveId } from '@wakachi/kernel';
import type { EntityManager } from 'typeorm';
import type { Plan } from './engine/plan.js';
import { PROGRESS_AT } from './engine/run-phase.js';
import { groupName, lotName } from './problem-names.js';
import { Proposal } from './proposal.entity.js';
import { RoundRun } from './round-run.entity.js';
import { lockedRun } from './round-runs.service.js';
import { RunGone, RunWatch } from './run-watch.js';
import { Solver } from './solver.js';
import { insertExclusions, insertLines } from './stored-plan.js';

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
   * what a retry may mend, and the signal's reason.
   *
   * @param enough says that this process has to stop: the engine is stopped, and the run is left as it is for another worker
   */
  async handle(networkId: string, runId: string, enough: AbortSignal = new AbortController().signal): Promise<void> {
    const input = await this.begin(networkId, runId);
    if (input === null) return;
    let plan: Plan;
    try {
      plan = await this.solve(input, new RunWatch(this.db, { networkId, id: runId }, enough));
    } catch (error) {
      if (error instanceof RunGone) return;
      // The engine is a pure function: what it refuses once it refuses always.
      if (!(error instanceof DomainError)) throw error;
      await this.fail(networkId, runId, error.text.ja);
      return;
    }
    await this.db.inNetwork(networkId, (tx) => tx.update(RoundRun, { id: runId, status: 'running' }, { progress: PROGRESS_AT.storing }));
    await this.finish(networkId, runId, plan);
  }

  private async solve(input: string, watch: RunWatch): Promise<Plan> {
    try {
      return await this.solver.solve(input, watch);
    } finally {
      await watch.end();
    }
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
      const proposalId = deriveId('proposal', runId);
      run.succeed(this.clock.now(), plan.engine, plan.solution, plan.solutionSha256);
      await tx.save(run);
      const ids = await idsByName(tx);
      await insertExclusions(tx, networkId, runId, plan, ids);
      await tx.insert(Proposal, {
        networkId,
        id: proposalId,
        runId,
        roundId: run.roundId,
        status: 'proposed',
        proposedBy: run.requestedBy,
        proposedAt: this.clock.now(),
      });
      await insertLines(tx, networkId, proposalId, plan, ids);
      await this.journal.append(tx, networkId, {
        entryId: deriveId('run-succeeded', runId),
        kind: 'run-succeeded',
        body: { run: runId, input: run.inputSha256, solution: plan.solutionSha256, engine: plan.engine, proposal: proposalId },
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
