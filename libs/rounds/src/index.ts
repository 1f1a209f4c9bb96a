import { BUILT_POLICIES, TARGETS } from '@wakachi/matching';
import { AllocationPolicy } from './allocation-policy/allocation-policy.entity.js';
import { Award } from './award.entity.js';
import { Proposal, ProposalLine } from './proposal.entity.js';
import { Round } from './round.entity.js';
import { RoundEntry } from './round-entry.entity.js';
import { RoundRun } from './round-run.entity.js';
import { RunExclusion } from './run-exclusion.entity.js';
import { RoundTarget } from './targets/round-target.entity.js';

export { AllocationPolicies } from './allocation-policy/allocation-policies.service.js';
export { DEFAULT_TERMS, EFFORTS, MEASURES, type PolicyTerms, termsOf } from './allocation-policy/policy-terms.js';
export { Approvals } from './approvals.service.js';
export { RUN_PHASES, type RunPhase } from './engine/run-phase.js';
export { ThreadSolver } from './engine/thread-solver.js';
export { ROUNDS_ENTITIES } from './entities.js';
export { Entries, type Settlement } from './entries.service.js';
export { readEntryAnswers } from './entry-answers/read-entry-answers.js';
export {
  EntriesAlreadyTaken,
  EntryHouseholdsUnfit,
  EntryNotFound,
  MayNotApprove,
  NothingToAllocate,
  ProposalDecided,
  ProposalNotFound,
  RoundNameTaken,
  RoundNotFound,
  RoundNotOpen,
  RunNotFound,
  RunOver,
  RunWithoutSolution,
  SecondPersonNeeded,
} from './errors.js';
export type { DeclaredPersons } from './round-entry.entity.js';
export { RoundRuns, RUN_REQUESTED } from './round-runs.service.js';
export { RoundsModule } from './rounds.module.js';
export { type NewRound, Rounds } from './rounds.service.js';
export { RunHandler } from './run-handler.service.js';
export { Solver } from './solver.js';
export { type NewRoundTarget, RoundTargets } from './targets/round-targets.service.js';
export { type UnfinishedRun, unfinishedRuns } from './unfinished-runs.js';
export { unknownGroups } from './unknown-groups.js';
export { AllocationPolicy, Award, BUILT_POLICIES, Proposal, ProposalLine, Round, RoundEntry, RoundRun, RoundTarget, RunExclusion, TARGETS };
