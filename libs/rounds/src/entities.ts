import { AllocationPolicy } from './allocation-policy/allocation-policy.entity.js';
import { Award } from './award.entity.js';
import { Proposal, ProposalLine } from './proposal.entity.js';
import { Round } from './round.entity.js';
import { RoundEntry } from './round-entry.entity.js';
import { RoundRun } from './round-run.entity.js';
import { RunExclusion } from './run-exclusion.entity.js';
import { RoundTarget } from './targets/round-target.entity.js';

/** Every table of this lib: what its module registers, and what is held against the migrated schema. */
export const ROUNDS_ENTITIES = [AllocationPolicy, Round, RoundEntry, RoundTarget, RoundRun, RunExclusion, Proposal, ProposalLine, Award];
