import { improve } from '../../../arrangement/improve.js';
import { reduced } from '../../../numbers/reduced.js';
import { sixPlaces } from '../../../numbers/six-places.js';
import { Plan } from '../../../plan/plan.js';
import type { Terrain, TerrainGroup, TerrainLot } from '../../../rules/terrain.js';
import type { Certificate } from '../../../solution/solution.js';
import { usedUpText } from '../../../text/tight-set-text.js';
import type { Outcome } from '../../outcome.js';
import { seededOrder } from '../../seeded-order.js';
import type { Holdings } from './holdings.js';
import type { Relaxation } from './relaxation.js';
import { SizedProblem } from './sized-problem.js';
import { solveSized } from './solve-sized.js';

/** Leximin where cases differ in size or lots have minima, which is NP-hard: a good plan, and a bound that says how good. */
export function sizedLeximin(terrain: Terrain): Outcome {
  const plan = new Plan(terrain);
  const problem = new SizedProblem(plan, seededOrder(terrain));
  const { holdings, relaxation } = solveSized(problem, terrain.problem.effort ?? 'quick');
  const certificate = certify(plan, problem, holdings, relaxation);
  award(plan, holdings);
  return { plan: improve(plan), certificate, usedUpReason: usedUpReasons(plan, problem, relaxation) };
}

/** A group's reason where lots are used up: no proof that nobody could change places, but how far whole cases leave it. */
function usedUpReasons(plan: Plan, { groups, core }: SizedProblem, { target }: Relaxation): NonNullable<Outcome['usedUpReason']> {
  const sinkOf = new Map(groups.map((group, sink) => [group.index, sink]));
  return (group, { lots, cases }) => {
    const sink = sinkOf.get(group.index) as number;
    const need = BigInt(group.source.need);
    const level = sixPlaces(BigInt(group.source.received ?? 0) + BigInt(plan.awarded(group)), need);
    const relaxed = sixPlaces(BigInt(core.sinks.base[sink] as number) + BigInt(target[sink] as number), need);
    return { group: group.source.id, kind: 'tight-set', lots, cases, text: usedUpText({ lots, cases, level, relaxed }) };
  };
}

function certify(locks: Plan, { core }: SizedProblem, { awarded }: Holdings, { cases, target }: Relaxation): Certificate {
  const locked = locks.terrain.lots.reduce((sum, lot) => sum + lot.source.cases - locks.left(lot), 0);
  let [missing, whole] = [0n, 0n];
  for (const [sink, relaxed] of target.entries()) {
    missing += BigInt(Math.max(0, relaxed - (awarded[sink] as number)));
    whole += BigInt(relaxed) + BigInt(core.sinks.base[sink] as number);
  }
  return { exact: false, placedBound: locked + cases, shortfall: whole === 0n ? '0/1' : reduced(missing, whole) };
}

function award(plan: Plan, { ofLot, problem }: Holdings): void {
  for (const lot of plan.terrain.lots) {
    for (const [sink, cases] of ofLot[lot.index] as Map<number, number>)
      plan.grant(lot as TerrainLot, problem.groups[sink] as TerrainGroup, cases);
  }
}
