import { compareQuotients } from '../numbers/compare-quotients.js';
import type { Quotient } from '../report/gini.js';
import type { Solution } from '../solution/solution.js';

/** The fill levels of the groups with something eligible, ascending: the vector that leximin compares. */
export function levelsWithinReach({ levels, reasons }: Solution): Quotient[] {
  // Nothing eligible is a reason of its own, so a solution names the groups that its metrics leave out.
  const unreachable = new Set(reasons.filter(({ kind }) => kind === 'nothing-eligible').map(({ group }) => group));
  return levels
    .filter(({ group }) => !unreachable.has(group))
    .map(({ level }) => {
      const [numerator = 0, denominator = 1] = level.split('/').map(Number);
      return { numerator, denominator };
    })
    .sort((a, b) => compareQuotients(a.numerator, a.denominator, b.numerator, b.denominator));
}
