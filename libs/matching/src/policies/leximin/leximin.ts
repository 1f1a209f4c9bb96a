import type { Flow } from '../../core/flow.js';
import { residualOf } from '../../core/residual.js';
import { solveCore } from '../../core/solve-core.js';
import { Plan } from '../../plan/plan.js';
import { PolicyNotBuilt } from '../../problem/problem.errors.js';
import type { Terrain, TerrainGroup, TerrainLot } from '../../rules/terrain.js';
import type { Outcome } from '../outcome.js';
import { seededOrder } from '../seeded-order.js';
import { exactCertificate } from './certificate.js';
import { coreProblemOf } from './core-problem-of.js';
import { isExact } from './is-exact.js';
import { tightSetReasons } from './tight-set-reasons.js';

/**
 * The contract's default: the most cases, then the lowest levels raised as far as can be, then the earliest dates. Throws
 * PolicyNotBuilt where the contract doesn't call the problem exact.
 */
export function leximin(terrain: Terrain): Outcome {
  if (!isExact(terrain)) throw new PolicyNotBuilt('leximin');
  const plan = new Plan(terrain);
  const { core, groups } = coreProblemOf(plan, seededOrder(terrain));
  const flow = solveCore(core);
  award(plan, flow, groups);
  const residual = residualOf(flow);
  return { plan, certificate: exactCertificate(plan, residual, groups), ownReasons: tightSetReasons(plan, residual, groups) };
}

function award(plan: Plan, { pairs, sinks }: Flow, groups: readonly TerrainGroup[]): void {
  for (let pair = 0; pair < pairs.count; pair++) {
    const cases = pairs.cases[pair] as number;
    const lot = plan.terrain.lots[pairs.lotOf[pair] as number] as TerrainLot;
    if (cases > 0) plan.grant(lot, groups[(pairs.portOf[pair] as number) % sinks] as TerrainGroup, cases);
  }
}
