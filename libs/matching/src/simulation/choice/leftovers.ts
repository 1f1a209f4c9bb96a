import { TEMPERATURE_CLASSES } from '@wakachi/kernel';
import { allocate } from '../../allocate.js';
import type { Plan } from '../../plan/plan.js';
import type { Problem, ProblemGroup, ProblemRequest } from '../../problem/problem.js';
import { failingRule } from '../../rules/failing-rule.js';
import { pairCap } from '../../rules/pair-cap.js';
import type { TerrainGroup, TerrainLot } from '../../rules/terrain.js';

/** What nobody bought goes to the default policy, which sees what is left of every lot, storage, ceiling and cap, and counts what was bought as received. */
export function placeLeftovers(plan: Plan): void {
  const lotOf = new Map(plan.terrain.lots.map((lot) => [lot.source.id, lot]));
  const groupOf = new Map(plan.terrain.groups.map((group) => [group.source.id, group]));
  for (const { lot, group, cases } of allocate(leftoverProblem(plan)).awards) {
    plan.grant(lotOf.get(lot) as TerrainLot, groupOf.get(group) as TerrainGroup, cases);
  }
}

/** Requests say what is left of a pair's cap; a pair without one is closed. */
function leftoverProblem(plan: Plan): Problem {
  const { locks: _, previous: __, requests: ___, ...problem } = plan.terrain.problem;
  const lots = plan.terrain.lots.filter((lot) => plan.left(lot) > 0);
  return {
    ...problem,
    policy: 'leximin',
    lots: lots.map((lot) => {
      const { maxCasesPerGroup: ____, ...source } = lot.source;
      return { ...source, cases: plan.left(lot) };
    }),
    groups: plan.terrain.groups.map((group) => leftoverGroup(plan, group)),
    requests: lots.flatMap((lot) => plan.terrain.groups.flatMap((group) => openPair(plan, lot, group))),
  };
}

function openPair(plan: Plan, lot: TerrainLot, group: TerrainGroup): ProblemRequest[] {
  if (plan.isLocked(lot, group) || failingRule(plan.terrain, lot, group) !== null) return [];
  const maxCases = pairCap(plan.terrain, lot, group) - plan.held(lot, group);
  return maxCases > 0 ? [{ lot: lot.source.id, group: group.source.id, maxCases }] : [];
}

function leftoverGroup(plan: Plan, group: TerrainGroup): ProblemGroup {
  const { source } = group;
  const room = TEMPERATURE_CLASSES.filter((name) => source.capacityCases?.[name] !== undefined).map((name) => [
    name,
    plan.casesRoomIn(name, group),
  ]);
  return {
    ...source,
    capacityCases: Object.fromEntries(room),
    received: (source.received ?? 0) + plan.awarded(group),
    ...(source.maxCases === undefined ? {} : { maxCases: plan.ceilingLeft(group) }),
  };
}
