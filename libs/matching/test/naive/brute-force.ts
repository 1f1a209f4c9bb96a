import type { Problem } from '../../src/index.js';
import { compareKeys, keyOf, type PlainKey, unlockedOf } from './plain-keys.js';
import { casesOf, freePairs, locksOf, type PlainPlan, pairOf } from './plain-plan.js';
import { dateOf } from './reference-solver.js';

/** Every plan that keeps the hard rules and the locks; null when there are more than `most`. */
export function everyPlan(problem: Problem, most: number): PlainPlan[] | null {
  let plans = [locksOf(problem)];
  for (const { lot, group, cap } of freePairs(problem)) {
    const more = plans.flatMap((plan) => {
      const room = Math.min(
        cap,
        lot.cases - casesOf(problem, plan, lot.id, null),
        (group.capacityCases?.[lot.temperature] ?? Infinity) - casesOf(problem, plan, null, group.id, lot.temperature),
        (group.maxCases ?? Infinity) - casesOf(problem, plan, null, group.id),
      );
      return Array.from({ length: room + 1 }, (_, cases) => new Map([...plan, [pairOf(lot.id, group.id), cases]]));
    });
    if (more.length > most) return null;
    plans = more;
  }
  return plans;
}

/** What a plan comes to in the contract's objectives 1, 2 and 3. */
export interface Worth {
  readonly placed: number;
  readonly keys: readonly PlainKey[];
  /** Cases placed of each date, earliest first, undated last. */
  readonly byDate: readonly number[];
}

export function worthOf(problem: Problem, plan: PlainPlan): Worth {
  const keys = problem.groups.flatMap((group) =>
    Array.from({ length: unlockedOf(problem, plan, group) }, (_, i) => keyOf(problem, group, i + 1)),
  );
  const dates = [...new Set(problem.lots.map(dateOf))].sort();
  return {
    placed: casesOf(problem, plan, null, null),
    keys: keys.sort(compareKeys),
    byDate: dates.map((date) =>
      problem.lots.filter((lot) => dateOf(lot) === date).reduce((sum, lot) => sum + casesOf(problem, plan, lot.id, null), 0),
    ),
  };
}

/** Negative when `a` is the better plan, 0 when both are equally good. */
export function compareWorth(a: Worth, b: Worth): number {
  if (a.placed !== b.placed) return b.placed - a.placed;
  for (let i = 0; i < Math.min(a.keys.length, b.keys.length); i++) {
    const difference = compareKeys(a.keys[i] as PlainKey, b.keys[i] as PlainKey);
    if (difference !== 0) return difference;
  }
  const i = a.byDate.findIndex((cases, at) => cases !== b.byDate[at]);
  return i === -1 ? 0 : (b.byDate[i] as number) - (a.byDate[i] as number);
}
