import { compareEntries } from './compare-entries.js';
import type { Facts } from './facts.js';
import type { Violation } from './violation.js';

/** Every pair that the old plan or the new one names, in order, where they disagree. */
export function checkDiff({ problem, solution, held, lotIds }: Facts): Violation[] {
  const old = new Map<string, Map<string, number>>(lotIds.map((lot) => [lot, new Map()]));
  for (const award of problem.previous ?? []) old.get(award.lot)?.set(award.group, award.cases);
  const expected = lotIds.flatMap((lot) => {
    const before = old.get(lot) ?? new Map<string, number>();
    const after = held.get(lot) ?? new Map<string, number>();
    return [...new Set([...before.keys(), ...after.keys()])]
      .sort()
      .map((group) => ({ lot, group, before: before.get(group) ?? 0, after: after.get(group) ?? 0 }))
      .filter((change) => change.before !== change.after);
  });
  return compareEntries('/diff', solution.diff, problem.previous ? expected : [], (change) => [change.lot, change.group]);
}
