import { commonMultiple } from '../numbers/common-multiple.js';
import { compareQuotients } from '../numbers/compare-quotients.js';
import { sixPlaces } from '../numbers/six-places.js';
import type { Metrics } from '../solution/solution.js';
import type { Quotient } from './gini.js';
import type { GroupFindings } from './survey.js';

/** Categories received of those within reach. A lot without a category counts in neither; of no category none is missed. */
export function assortment(reachable: readonly GroupFindings[]): Metrics['assortment'] {
  const shares = reachable.map(shareOf);
  const multiple = commonMultiple(shares.map((share) => share.denominator));
  let sum = 0n;
  let worst: Quotient = { numerator: reachable.length > 0 ? 1 : 0, denominator: 1 };
  for (const share of shares) {
    sum += BigInt(share.numerator) * (multiple / BigInt(share.denominator));
    if (compareQuotients(share.numerator, share.denominator, worst.numerator, worst.denominator) < 0) worst = share;
  }
  return {
    mean: sixPlaces(sum, multiple * BigInt(shares.length)),
    worst: sixPlaces(BigInt(worst.numerator), BigInt(worst.denominator)),
  };
}

function shareOf(findings: GroupFindings): Quotient {
  if (findings.eligibleCategories.size === 0) return { numerator: 1, denominator: 1 };
  return { numerator: findings.receivedCategories.size, denominator: findings.eligibleCategories.size };
}
