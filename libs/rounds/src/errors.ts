import { DomainError } from '@wakachi/kernel';
import { messages } from './messages.js';

export class RoundNotFound extends DomainError {
  constructor(roundId: string) {
    super('round-not-found', 'not-found', messages('round-not-found'), { roundId });
  }
}

export class RoundNotOpen extends DomainError {
  constructor(round: string, status: string) {
    super('round-not-open', 'conflict', messages('round-not-open', { round, status }), { round, status });
  }
}

export class RoundNameTaken extends DomainError {
  constructor(round: string) {
    super('round-name-taken', 'conflict', messages('round-name-taken', { round }), { round });
  }
}

export class EntriesAlreadyTaken extends DomainError {
  constructor(round: string) {
    super('entries-already-taken', 'conflict', messages('entries-already-taken', { round }), { round });
  }
}

export class RunNotFound extends DomainError {
  constructor(runId: string) {
    super('run-not-found', 'not-found', messages('run-not-found'), { runId });
  }
}

/** It waits, is at work, or ended without a plan. */
export class RunWithoutSolution extends DomainError {
  constructor(runId: string, status: string) {
    super('run-without-solution', 'conflict', messages('run-without-solution', { status }), { runId, status });
  }
}

export class EntryNotFound extends DomainError {
  constructor(entryId: string) {
    super('entry-not-found', 'not-found', messages('entry-not-found'), { entryId });
  }
}

/** A group that takes part does so with at least one household, and one that does not has none. */
export class EntryHouseholdsUnfit extends DomainError {
  constructor(entryId: string) {
    super('entry-households-unfit', 'invalid', messages('entry-households-unfit'), { entryId });
  }
}

/** It has succeeded, failed or been cancelled. */
export class RunOver extends DomainError {
  constructor(runId: string, status: string) {
    super('run-over', 'conflict', messages('run-over', { status }), { runId, status });
  }
}

/** No lot is free, or no group takes part. */
export class NothingToAllocate extends DomainError {
  constructor(lots: number, groups: number) {
    super('nothing-to-allocate', 'conflict', messages('nothing-to-allocate', { lots, groups }), { lots, groups });
  }
}

export class ProposalNotFound extends DomainError {
  constructor(proposalId: string) {
    super('proposal-not-found', 'not-found', messages('proposal-not-found'), { proposalId });
  }
}

export class ProposalDecided extends DomainError {
  constructor(proposalId: string, status: string) {
    super('proposal-decided', 'conflict', messages('proposal-decided', { status }), { proposalId, status });
  }
}

/** Proposer and approver are two people. */
export class SecondPersonNeeded extends DomainError {
  constructor(proposalId: string) {
    super('second-person-needed', 'forbidden', messages('second-person-needed'), { proposalId });
  }
}

export class MayNotApprove extends DomainError {
  constructor(personId: string) {
    super('may-not-approve', 'forbidden', messages('may-not-approve'), { personId });
  }
}

/** The engine and its checker disagree. One of them is wrong, and will be so on every attempt: a bug, kept from doing harm. */
export class PlanRefuted extends DomainError {
  constructor(where: string, found: number) {
    super('plan-refuted', 'unavailable', messages('plan-refuted', { where, found }), { where, found });
  }
}
