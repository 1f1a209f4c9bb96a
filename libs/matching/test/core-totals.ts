import type { CoreProblem } from '../src/core/core-problem.js';
import { solveCore } from '../src/core/solve-core.js';
import type { Problem } from '../src/index.js';
import { Plan } from '../src/plan/plan.js';
import { coreProblemOf } from '../src/policies/leximin/core-problem-of.js';
import { seededOrder } from '../src/policies/seeded-order.js';
import { terrainOf } from '../src/rules/terrain.js';

export function coreOf(problem: Problem): CoreProblem {
  const terrain = terrainOf(problem);
  return coreProblemOf(new Plan(terrain), seededOrder(terrain)).core;
}

/** Cases of each group in the core's plan, locked ones left out. */
export function coreTotals(problem: Problem): Record<string, number> {
  const terrain = terrainOf(problem);
  const { core, groups } = coreProblemOf(new Plan(terrain), seededOrder(terrain));
  const { total } = solveCore(core);
  return Object.fromEntries(groups.map(({ source }, sink) => [source.id, total[sink] as number]));
}
