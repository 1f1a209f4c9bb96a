import { Injectable } from '@nestjs/common';
import { Network } from '@wakachi/access';
import { Database } from '@wakachi/database';
import { Journal } from '@wakachi/journal';
import { Clock, deriveId } from '@wakachi/kernel';
import type { EntityManager } from 'typeorm';
import { AllocationPolicy } from './allocation-policy.entity.js';
import { DEFAULT_TERMS, type PolicyTerms, termsOf } from './policy-terms.js';

@Injectable()
export class AllocationPolicies {
  constructor(
    private readonly db: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /**
   * From now on rounds are opened under these terms; those that are open keep theirs. The journal has what held before, and what
   * holds now.
   */
  decide(networkId: string, terms: PolicyTerms, reason: string, by: string): Promise<AllocationPolicy> {
    return this.db.inNetwork(networkId, async (tx) => {
      // Versions have no gap and no twin: two people who decide at once wait for each other.
      await tx.findOneOrFail(Network, { where: { id: networkId }, lock: { mode: 'for_no_key_update' } });
      const before = await latestPolicy(tx);
      const version = (before?.version ?? 0) + 1;
      const id = deriveId('allocation-policy', networkId, version);
      await tx.insert(AllocationPolicy, {
        ...termsOf(terms),
        ...{ networkId, id, version, reason, decidedBy: by, decidedAt: this.clock.now() },
      });
      await this.journal.append(tx, networkId, {
        entryId: deriveId('allocation-policy-decided', id),
        kind: 'allocation-policy-decided',
        body: { policy: id, version, before: termsOf(before ?? DEFAULT_TERMS), after: termsOf(terms), reason, by },
      });
      return tx.findOneByOrFail(AllocationPolicy, { id });
    });
  }

  /** Null while the network has decided nothing: then the defaults hold. */
  current(networkId: string): Promise<AllocationPolicy | null> {
    return this.db.inNetwork(networkId, latestPolicy);
  }
}

export function latestPolicy(tx: EntityManager): Promise<AllocationPolicy | null> {
  return tx.findOne(AllocationPolicy, { where: {}, order: { version: 'DESC' } });
}
