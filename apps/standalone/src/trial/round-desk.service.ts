import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Database } from '@wakachi/database';
import { Approvals, NothingToAllocate, Proposal, Round, RoundEntry, RoundRun, RoundRuns, Rounds } from '@wakachi/rounds';
import type { Trial } from './trial-files.js';
import { whoIs } from './trial-people.js';

const POLL_MILLISECONDS = 50;
/** One for all trials: the same sheets give the same plan, whatever network they are tried in. */
const SEED = 'wakachi-trial';

/** The run came to no proposal; its own error says why. */
class RunFailed extends Error {}

/** The round, from the entries to the second person's approval. Every step may be taken again. */
@Injectable()
export class RoundDesk {
  constructor(
    private readonly db: Database,
    private readonly rounds: Rounds,
    private readonly runs: RoundRuns,
    private readonly approvals: Approvals,
  ) {}

  /** Returns the round's id; a round with nothing to allocate stays open. Throws ImportRefused, RunFailed, InsufficientStock. */
  async decide(trial: Trial): Promise<string> {
    const roundId = await this.openRound(trial);
    const proposal = (await this.findProposal(trial, roundId)) ?? (await this.propose(trial, roundId));
    if (proposal?.status === 'proposed') await this.approvals.approve(trial.networkId, proposal.id, whoIs(trial, 'shonin'));
    return roundId;
  }

  private async openRound(trial: Trial): Promise<string> {
    const { networkId, roundName: name, arrivalDate } = trial;
    const createdBy = whoIs(trial, 'jimukyoku');
    const known = await this.db.inNetwork(networkId, (tx) => tx.findOneBy(Round, { name }));
    const roundId = known?.id ?? (await this.rounds.open(networkId, { name, arrivalDate, seed: SEED, createdBy }));
    const entered = await this.db.inNetwork(networkId, (tx) => tx.existsBy(RoundEntry, { roundId }));
    if (!entered) await this.rounds.enter(networkId, roundId, trial.entries, createdBy);
    return roundId;
  }

  private findProposal(trial: Trial, roundId: string): Promise<Proposal | null> {
    return this.db.inNetwork(trial.networkId, (tx) => tx.findOne(Proposal, { where: { roundId }, order: { proposedAt: 'DESC' } }));
  }

  /** Asks for a run, or waits for the one that was under way when the last start was cut off. */
  private async propose(trial: Trial, roundId: string): Promise<Proposal | null> {
    const under = await this.db.inNetwork(trial.networkId, (tx) =>
      tx.findOne(RoundRun, { where: { roundId }, order: { requestedAt: 'DESC' } }),
    );
    const runId = under && !under.isOver() ? under.id : await this.request(trial, roundId);
    if (runId === null) return null;
    const run = await this.waitFor(trial, runId);
    if (run.status !== 'succeeded') throw new RunFailed(run.error ?? run.status);
    return this.db.inNetwork(trial.networkId, (tx) => tx.findOneByOrFail(Proposal, { runId }));
  }

  /** Null when every lot is held or nobody takes part: no fault of the files, so the figures are shown as they are. */
  private async request(trial: Trial, roundId: string): Promise<string | null> {
    try {
      return await this.runs.request(trial.networkId, roundId, whoIs(trial, 'jimukyoku'));
    } catch (error) {
      if (error instanceof NothingToAllocate) return null;
      throw error;
    }
  }

  private async waitFor(trial: Trial, runId: string): Promise<RoundRun> {
    for (;;) {
      const run = await this.runs.find(trial.networkId, runId);
      if (run.isOver()) return run;
      await sleep(POLL_MILLISECONDS);
    }
  }
}
