import type { Plan } from '../plan/plan.js';
import type { ProblemAward } from '../problem/problem.js';

/** Sorted by lot, then group: both stand by id in the terrain. */
export function awards(plan: Plan): ProblemAward[] {
  return plan.terrain.lots.flatMap((lot) =>
    [...plan.holders(lot)]
      .sort(([a], [b]) => a - b)
      .map(([index, cases]) => ({ lot: lot.source.id, group: plan.terrain.groups[index]?.source.id as string, cases })),
  );
}
