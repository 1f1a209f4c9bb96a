import type { Problem, ProblemAward, Reason, Solution } from '../../src/index.js';
import { Plan } from '../../src/plan/plan.js';
import { report } from '../../src/report/report.js';
import { type TerrainGroup, type TerrainLot, terrainOf } from '../../src/rules/terrain.js';
import { tightSetText } from '../../src/text/tight-set-text.js';
import { compareKeys, keyOf, type PlainKey, unlockedOf } from './plain-keys.js';
import { awardsIn, casesOf, freePairs, type PlainPlan, pairOf } from './plain-plan.js';
import { groupNode, type Reach, reachFromEach, residualArcs } from './plain-residual.js';

/** All that an exact leximin solution says, made up honestly for any plan, good or bad: only the plan can be wrong. */
export function exactAccount(problem: Problem, plain: PlainPlan): Solution {
  const reach = reachFromEach(residualArcs(problem, plain));
  const plan = filledPlan(problem, awardsIn(plain));
  const certificate = {
    exact: true,
    placedBound: casesOf(problem, plain, null, null),
    shortfall: '0/1',
    potentials: potentials(problem, plain, reach),
  };
  const ownReasons = problem.groups.flatMap((group) => tightSet(problem, plain, reach, group.id));
  return report('leximin', { plan, certificate, ownReasons });
}

/** Awards granted as if nothing were locked; then the locks are known again. */
export function filledPlan(problem: Problem, awards: readonly ProblemAward[]): Plan {
  const { locks: _, ...unlocked } = problem;
  const terrain = { ...terrainOf(unlocked), problem };
  const plan = new Plan(terrain);
  for (const award of awards) {
    const lot = terrain.lots.find(({ source }) => source.id === award.lot) as TerrainLot;
    plan.grant(lot, terrain.groups.find(({ source }) => source.id === award.group) as TerrainGroup, award.cases);
  }
  Object.assign(terrain, { locks: terrainOf(problem).locks });
  return plan;
}

function nextKeys(problem: Problem, plan: PlainPlan): Map<string, PlainKey> {
  const below = problem.groups.filter((group) => casesOf(problem, plan, null, group.id) < (group.maxCases ?? Infinity));
  return new Map(below.map((group) => [group.id, keyOf(problem, group, unlockedOf(problem, plan, group) + 1)]));
}

function potentials(problem: Problem, plan: PlainPlan, reach: Reach): Record<string, string | null> {
  const keys = nextKeys(problem, plan);
  const inOrder = [...keys.keys()].sort((a, b) => compareKeys(keys.get(a) as PlainKey, keys.get(b) as PlainKey));
  return Object.fromEntries([...reach].map(([node, reached]) => [node, inOrder.find((group) => reached.has(groupNode(group))) ?? null]));
}

function tightSet(problem: Problem, plan: PlainPlan, reach: Reach, group: string): Reason[] {
  const own = nextKeys(problem, plan).get(group);
  const lots = problem.lots.filter((lot) => reach.get(`lot:${lot.id}`)?.has(groupNode(group)));
  if (own === undefined || lots.length === 0) return [];
  const holders = problem.groups.filter(({ id }) => lots.some((lot) => (plan.get(pairOf(lot.id, id)) ?? 0) > 0));
  const givers = problem.groups.filter(
    ({ id }) => id !== group && freePairs(problem).some((pair) => pair.group.id === id && lots.includes(pair.lot) && holds(plan, pair)),
  );
  const [best] = givers.map((giver) => keyOf(problem, giver, unlockedOf(problem, plan, giver))).sort((a, b) => compareKeys(b, a));
  const figures = { lots: lots.length, cases: lots.reduce((sum, lot) => sum + lot.cases, 0), groups: holders.length };
  const text = tightSetText({ ...figures, ...(best && { drop: places(best) }), level: places(own) });
  return [{ group, kind: 'tight-set', ...figures, text }];
}

function holds(plan: PlainPlan, pair: { lot: { id: string }; group: { id: string } }): boolean {
  return (plan.get(pairOf(pair.lot.id, pair.group.id)) ?? 0) > 0;
}

/** Six places, half up, of the small fractions of a test. */
function places({ filled, need }: PlainKey): string {
  const millionths = Math.floor((filled * 2_000_000 + need) / (need * 2));
  return `${Math.floor(millionths / 1e6)}.${String(millionths % 1e6).padStart(6, '0')}`;
}
