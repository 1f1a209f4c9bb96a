import type { ProblemGroup } from '../problem/problem.js';
import type { Metrics } from '../solution/solution.js';
import { commonScale } from './common-scale.js';
import { compareFields } from './compare-fields.js';
import { decimal } from './decimal.js';
import type { Facts, Usage } from './facts.js';
import type { Violation } from './violation.js';
import type { Reach, Walk } from './walk.js';

export function checkMetrics(facts: Facts, { reach }: Walk): Violation[] {
  const reachable = [...facts.groups.values()].filter((group) => (reach.get(group.id) as Reach).eligibleLots > 0);
  const cases = facts.problem.lots.reduce((sum, lot) => sum + lot.cases, 0);
  const { assortment, ...stated } = facts.solution.metrics;
  const expected = {
    cases,
    placed: [...facts.usage.values()].reduce((sum, used) => sum + used.cases, 0),
    ...levelFigures(facts, reachable),
    deliveries: countDeliveries(facts),
    unreachable: facts.groups.size - reachable.length,
  };
  return [
    ...compareFields('/metrics', stated, expected),
    ...compareFields('/metrics/assortment', assortment, assortmentOf(reachable.map((group) => reach.get(group.id) as Reach))),
  ];
}

/** Gini as half the mean difference of all pairs over the mean: each pair is met once, by running sums. */
function levelFigures(facts: Facts, groups: readonly ProblemGroup[]): Pick<Metrics, 'minLevel' | 'maxLevel' | 'gini'> {
  const scale = commonScale(groups.map((group) => BigInt(group.need)));
  const levels = groups.map((group) => {
    const { measure } = facts.usage.get(group.id) as Usage;
    return (BigInt(group.received ?? 0) + BigInt(measure)) * (scale / BigInt(group.need));
  });
  levels.sort(ascending);
  let differences = 0n;
  let sum = 0n;
  for (const [i, level] of levels.entries()) {
    differences += BigInt(i) * level - sum;
    sum += level;
  }
  return {
    minLevel: decimal(levels[0] ?? 0n, scale),
    maxLevel: decimal(levels.at(-1) ?? 0n, scale),
    gini: decimal(differences, BigInt(levels.length) * sum),
  };
}

function countDeliveries(facts: Facts): number {
  const journeys = new Set<string>();
  for (const [lotId, groups] of facts.held) {
    const lot = facts.lots.get(lotId);
    const from = lot?.hub ? ['hub', lot.hub] : lot?.donor !== undefined ? ['donor', lot.donor] : ['lot', lotId];
    for (const group of groups.keys()) journeys.add(JSON.stringify([...from, group]));
  }
  return journeys.size;
}

function assortmentOf(reaches: readonly Reach[]): Metrics['assortment'] {
  const shares = reaches.map(({ categories, receivedCategories }) =>
    categories === 0 ? { part: 1n, whole: 1n } : { part: BigInt(receivedCategories), whole: BigInt(categories) },
  );
  const scale = commonScale(shares.map((share) => share.whole));
  const scaled = shares.map((share) => share.part * (scale / share.whole));
  const [worst = 0n] = scaled.toSorted(ascending);
  const sum = scaled.reduce((total, share) => total + share, 0n);
  return { mean: decimal(sum, scale * BigInt(scaled.length)), worst: decimal(worst, scale) };
}

function ascending(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
