import { arrange, type Kept } from '../../arrangement/arrange.js';
import { improve } from '../../arrangement/improve.js';
import { lotTraits } from '../../arrangement/lot-traits.js';
import type { CoreProblem } from '../../core/core-problem.js';
import { Flow } from '../../core/flow.js';
import { residualOf } from '../../core/residual.js';
import { solveCore } from '../../core/solve-core.js';
import { Plan } from '../../plan/plan.js';
import { hasSlack } from '../../problem/slack.js';
import type { Terrain, TerrainGroup, TerrainLot } from '../../rules/terrain.js';
import type { Outcome } from '../outcome.js';
import { seededOrder } from '../seeded-order.js';
import { exactCertificate } from './certificate.js';
import { coreProblemOf } from './core-problem-of.js';
import { isFlow } from './is-flow.js';
import { relaxedCertificate } from './relaxed-certificate.js';
import { sizedLeximin } from './sized/sized-leximin.js';
import { tightSetReasons } from './tight-set-reasons.js';
import { usedUpReason } from './used-up-reason.js';

/**
 * The contract's default: the most cases, then the lowest levels raised as far as can be, then the earliest dates; and with
 * that held, assortments and deliveries, or the plan before. Where the contract doesn't call the problem exact, or levels may
 * fall by a slack, the plan comes with a bound and how far it is from it.
 */
export function leximin(terrain: Terrain): Outcome {
  if (!isFlow(terrain)) return sizedLeximin(terrain);
  const started = new Plan(terrain);
  const places = seededOrder(terrain);
  const { core, groups } = coreProblemOf(started, places);
  const previous = previousOf(terrain, places);
  award(started, arrange(solveCore(core), lotTraits(terrain), previous), groups);
  const plan = improve(started);
  if (hasSlack(terrain.problem)) {
    const bound = {
      placed: placedIn(started),
      filled: terrain.groups.map((group) => (group.source.received ?? 0) + started.awarded(group)),
    };
    return { plan, certificate: relaxedCertificate(plan, bound), usedUpReason: usedUpReason(plan, bound) };
  }
  const residual = residualOf(flowOf(plan, core, places));
  return { plan, certificate: exactCertificate(plan, residual, groups), ownReasons: tightSetReasons(plan, residual, groups) };
}

function placedIn(plan: Plan): number {
  return plan.terrain.lots.reduce((sum, lot) => sum + lot.source.cases - plan.left(lot), 0);
}

/** What the plan places beyond the locks, as a flow. */
function flowOf(plan: Plan, core: CoreProblem, places: readonly number[]): Flow {
  const flow = new Flow(core);
  const { lots, groups } = plan.terrain;
  for (const lot of lots) {
    for (const [index, cases] of plan.holders(lot)) {
      if (plan.isLocked(lot, groups[index] as TerrainGroup)) continue;
      flow.place(lot.index, flow.portOf(lot.index, places[index] as number), cases);
    }
  }
  return flow;
}

/** The plan before, in the core's numbers; null when none is given. */
function previousOf({ problem, lots, groups }: Terrain, places: readonly number[]): Kept[] | null {
  if (problem.previous === undefined) return null;
  const lotOf = new Map(lots.map((lot) => [lot.source.id, lot.index]));
  const sinkOf = new Map(groups.map((group) => [group.source.id, places[group.index] as number]));
  return problem.previous.map(({ lot, group, cases }) => ({
    lot: lotOf.get(lot) as number,
    sink: sinkOf.get(group) as number,
    cases,
  }));
}

function award(plan: Plan, { pairs, sinks }: Flow, groups: readonly TerrainGroup[]): void {
  for (let pair = 0; pair < pairs.count; pair++) {
    const cases = pairs.cases[pair] as number;
    const lot = plan.terrain.lots[pairs.lotOf[pair] as number] as TerrainLot;
    if (cases > 0) plan.grant(lot, groups[(pairs.portOf[pair] as number) % sinks] as TerrainGroup, cases);
  }
}
