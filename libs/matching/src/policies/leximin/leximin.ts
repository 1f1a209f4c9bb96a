import { solveCore } from '../../core/solve-core.js';
import { Plan } from '../../plan/plan.js';
import type { Terrain } from '../../rules/terrain.js';
import type { Outcome } from '../outcome.js';
import { seededOrder } from '../seeded-order.js';
import { coreProblemOf } from './core-problem-of.js';

/** The contract's default: the most cases, then the lowest levels raised as far as can be, then the earliest dates. */
export function leximin(terrain: Terrain): Outcome {
  const plan = new Plan(terrain);
  const { core, groups } = coreProblemOf(plan, seededOrder(terrain));
  const flow = solveCore(core);
  const { pairs } = flow;
  for (let pair = 0; pair < pairs.count; pair++) {
    const cases = pairs.cases[pair] as number;
    if (cases > 0) plan.grant(terrain.lots[pairs.lotOf[pair] as number]!, groups[(pairs.portOf[pair] as number) % groups.length]!, cases);
  }
  return { plan, certificate: { exact: true } };
}
