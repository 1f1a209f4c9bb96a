import type { EntityManager } from 'typeorm';
import type { Round } from '../round.entity.js';
import { AllocationPolicy } from './allocation-policy.entity.js';
import { DEFAULT_TERMS, type PolicyTerms, termsOf } from './policy-terms.js';

/** What holds for a round: the version that it was opened under, whatever was decided since, with its own policy and measure. */
export async function termsOfRound(tx: EntityManager, { policyVersion, policy, measure }: Round): Promise<PolicyTerms> {
  const decided = policyVersion === null ? DEFAULT_TERMS : await tx.findOneByOrFail(AllocationPolicy, { version: policyVersion });
  return { ...termsOf(decided), policy, measure };
}
