import { improve } from '../../../arrangement/improve.js';
import { Plan } from '../../../plan/plan.js';
import type { Terrain, TerrainGroup, TerrainLot } from '../../../rules/terrain.js';
import type { Outcome } from '../../outcome.js';
import { seededOrder } from '../../seeded-order.js';
import { type Bound, relaxedCertificate } from '../relaxed-certificate.js';
import { usedUpReason } from '../used-up-reason.js';
import type { Holdings } from './holdings.js';
import type { Relaxation } from './relaxation.js';
import { SizedProblem } from './sized-problem.js';
import { solveSized } from './solve-sized.js';

/** Leximin where cases differ in size or lots have minima, which is NP-hard: a good plan, and a bound that says how good. */
export function sizedLeximin(terrain: Terrain): Outcome {
  const started = new Plan(terrain);
  const problem = new SizedProblem(started, seededOrder(terrain));
  const { holdings, relaxation } = solveSized(problem, terrain.problem.effort ?? 'quick');
  const bound = boundOf(started, problem, relaxation);
  award(started, holdings);
  const plan = improve(started);
  return { plan, certificate: relaxedCertificate(plan, bound), usedUpReason: usedUpReason(plan, bound) };
}

function boundOf(locks: Plan, { core, groups }: SizedProblem, { cases, target }: Relaxation): Bound {
  const locked = locks.terrain.lots.reduce((sum, lot) => sum + lot.source.cases - locks.left(lot), 0);
  const filled = new Array<number>(groups.length);
  for (const [sink, group] of groups.entries()) filled[group.index] = (core.sinks.base[sink] as number) + (target[sink] as number);
  return { placed: locked + cases, filled };
}

function award(plan: Plan, { ofLot, problem }: Holdings): void {
  for (const lot of plan.terrain.lots) {
    for (const [sink, cases] of ofLot[lot.index] as Map<number, number>)
      plan.grant(lot as TerrainLot, problem.groups[sink] as TerrainGroup, cases);
  }
}
