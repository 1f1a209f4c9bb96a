import { byCodeUnits } from '../problem/by-code-units.js';
import type { ProblemAward } from '../problem/problem.js';
import type { Change } from '../solution/solution.js';

/** Pairs whose cases differ from the previous plan, by lot and then group; nothing when there was none. */
export function diff(previous: readonly ProblemAward[] | undefined, awards: readonly ProblemAward[]): Change[] {
  if (previous === undefined) return [];
  const pairs = new Map<string, { lot: string; group: string; before: number; after: number }>();
  const pairOf = ({ lot, group }: ProblemAward) => {
    const key = JSON.stringify([lot, group]);
    const pair = pairs.get(key) ?? { lot, group, before: 0, after: 0 };
    pairs.set(key, pair);
    return pair;
  };
  for (const award of previous) pairOf(award).before = award.cases;
  for (const award of awards) pairOf(award).after = award.cases;
  return [...pairs.values()]
    .filter((pair) => pair.before !== pair.after)
    .sort((a, b) => byCodeUnits(a.lot, b.lot) || byCodeUnits(a.group, b.group));
}
