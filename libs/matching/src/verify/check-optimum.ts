import type { Facts } from './facts.js';
import type { Keys } from './keys.js';
import type { Potentials } from './potentials.js';
import { type Violation, violation } from './violation.js';

/** The most cases: no case that is left can be led to a group with room. */
export function checkMostCases(facts: Facts, potentials: Potentials): Violation[] {
  return facts.lotIds.flatMap((lot, i) => {
    const end = potentials.ofLot[i] as number;
    const isLed = (facts.left.get(lot) as number) > 0 && end !== -1;
    return isLed ? [violation('/unplaced', 'couldBeLed', { lot, group: facts.groupIds[end] })] : [];
  });
}

/**
 * And the smallest keys: no case of one group can be led to another whose next key is smaller than the key it was granted at.
 * That no single exchange helps is enough: the totals of the largest plans are the bases of a polymatroid, where greedy by key
 * is right (Groenevelt 1991; Frank & Murota 2007.09616).
 */
export function checkOptimum(facts: Facts, potentials: Potentials, keys: Keys): Violation[] {
  const found = checkMostCases(facts, potentials);
  for (const [i, group] of facts.groupIds.entries()) {
    const end = potentials.ofGroup[i] as number;
    if ((keys.lastRank[i] as number) >= 0 && end !== -1 && keys.isAbove(i, end)) {
      found.push(violation('/awards', 'isDueTo', { group, other: facts.groupIds[end] }));
    }
  }
  return found;
}
