import { Injectable } from '@nestjs/common';
import { Database } from '@wakachi/database';
import { availableLots } from '@wakachi/donations';
import { Qualification, RecipientGroup, Site } from '@wakachi/groups';
import { Journal } from '@wakachi/journal';
import { Clock, canonicalJson, deriveId } from '@wakachi/kernel';
import { problemHash } from '@wakachi/matching';
import { appendToOutbox, currentRequestId } from '@wakachi/platform';
import type { EntityManager } from 'typeorm';
import type { PolicyTerms } from './allocation-policy/policy-terms.js';
import { termsOfRound } from './allocation-policy/terms-of-round.js';
import { carryOver } from './carry-over/carry-over.js';
import { pastRounds } from './carry-over/past-rounds.js';
import { NothingToAllocate, RunNotFound } from './errors.js';
import { freeCases, freeStock } from './free-stock.js';
import { freezeProblem, type Participant } from './freeze-problem.js';
import type { Round } from './round.entity.js';
import { RoundEntry } from './round-entry.entity.js';
import { RoundRun } from './round-run.entity.js';
import { lockedRound } from './rounds.service.js';
import { cappedByTargets } from './targets/capped-by-targets.js';
import { targetsOf } from './targets/round-targets.service.js';

/** Asks a worker for a run; the outbox carries it to the queue. */
export const RUN_REQUESTED = 'round-run.requested';

@Injectable()
export class RoundRuns {
  constructor(
    private readonly db: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Freezes the inputs and queues a run over them. Returns its id. Throws RoundNotFound, RoundNotOpen, NothingToAllocate. */
  request(networkId: string, roundId: string, by: string): Promise<string> {
    return this.db.inNetwork(networkId, async (tx) => {
      const round = await lockedRound(tx, roundId);
      round.assertOpen();
      const unheld = await availableLots(tx);
      const free = freeCases(unheld, await freeStock(tx, unheld));
      const lots = unheld.filter((lot) => (free.get(lot.id) ?? 0) > 0);
      const terms = await termsOfRound(tx, round);
      const participants = await participantsOf(tx, round, terms);
      if (lots.length === 0 || participants.length === 0) throw new NothingToAllocate(lots.length, participants.length);
      const frozen = freezeProblem(round, terms, lots, free, participants);
      const problem = cappedByTargets(frozen, await targetsOf(tx, roundId), lots, participants);
      const id = deriveId('run', roundId, (await tx.countBy(RoundRun, { roundId })) + 1);
      const inputSha256 = problemHash(problem);
      const input = canonicalJson(problem);
      await tx.insert(RoundRun, {
        networkId,
        id,
        roundId,
        status: 'queued',
        requestedBy: by,
        requestedAt: this.clock.now(),
        attempts: 0,
        progress: 0,
        input,
        inputSha256,
        requestId: currentRequestId(),
      });
      await appendToOutbox(tx, networkId, { id, topic: RUN_REQUESTED, payload: { runId: id } });
      await this.journal.append(tx, networkId, {
        entryId: deriveId('run-requested', id),
        kind: 'run-requested',
        body: { round: roundId, run: id, input: inputSha256, policyVersion: round.policyVersion, by },
      });
      return id;
    });
  }

  /**
   * A worker that still computes finds out when it wants to store: a cancelled run leaves nothing but its own row.
   * Throws RunNotFound, RunOver.
   */
  cancel(networkId: string, runId: string, by: string): Promise<void> {
    return this.db.inNetwork(networkId, async (tx) => {
      const run = await lockedRun(tx, runId);
      if (!run) throw new RunNotFound(runId);
      run.cancel(this.clock.now());
      await tx.save(run);
      await this.journal.append(tx, networkId, {
        entryId: deriveId('run-cancelled', runId),
        kind: 'run-cancelled',
        body: { round: run.roundId, run: runId, by },
      });
    });
  }

  /** Throws RunNotFound. */
  async find(networkId: string, runId: string): Promise<RoundRun> {
    const run = await this.db.inNetwork(networkId, (tx) => tx.findOneBy(RoundRun, { id: runId }));
    if (!run) throw new RunNotFound(runId);
    return run;
  }
}

/** The run, locked to the end of the transaction: whoever ends it does so once. */
export function lockedRun(tx: EntityManager, runId: string): Promise<RoundRun | null> {
  return tx.findOne(RoundRun, { where: { id: runId }, lock: { mode: 'for_no_key_update' } });
}

async function participantsOf(tx: EntityManager, round: Round, { carryOverRounds, measure }: PolicyTerms): Promise<Participant[]> {
  const entries = await tx.find(RoundEntry, { where: { roundId: round.id, takesPart: true }, order: { groupId: 'ASC' } });
  const groups = new Map((await tx.find(RecipientGroup)).map((group) => [group.id, group]));
  const sites = new Map((await tx.findBy(Site, { main: true })).map((site) => [site.groupId, site]));
  const qualifications = new Map<string, Qualification[]>();
  for (const held of await tx.find(Qualification)) qualifications.set(held.groupId, [...(qualifications.get(held.groupId) ?? []), held]);
  const needs = entries.map(({ groupId, approvedHouseholds }) => ({ groupId, need: approvedHouseholds as number }));
  const received = carryOver(await pastRounds(tx, round, carryOverRounds, measure), needs);
  return entries.map((entry) => ({
    entry,
    group: groups.get(entry.groupId) as RecipientGroup,
    site: sites.get(entry.groupId) as Site,
    qualifications: qualifications.get(entry.groupId) ?? [],
    received: received.get(entry.groupId) as number,
  }));
}
