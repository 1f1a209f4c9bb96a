import { compareQuotients } from '../numbers/compare-quotients.js';
import { sixPlaces } from '../numbers/six-places.js';
import type { Plan } from '../plan/plan.js';
import type { Metrics } from '../solution/solution.js';
import { assortment } from './assortment.js';
import { deliveries } from './deliveries.js';
import { gini, type Quotient } from './gini.js';
import type { Survey } from './survey.js';

/** By these every policy is judged. Unreachable groups would pin the minimum at 0 under any of them, so they stand apart. */
export function metrics(plan: Plan, { groups }: Survey): Metrics {
  const reachable = groups.filter((findings) => findings.isReachable);
  const ascending = reachable
    .map(({ group }) => ({ numerator: (group.source.received ?? 0) + plan.awarded(group), denominator: group.source.need }))
    .sort((a, b) => compareQuotients(a.numerator, a.denominator, b.numerator, b.denominator));
  const cases = plan.terrain.lots.reduce((sum, lot) => sum + lot.source.cases, 0);
  return {
    cases,
    placed: plan.terrain.lots.reduce((rest, lot) => rest - plan.left(lot), cases),
    minLevel: decimal(ascending[0]),
    maxLevel: decimal(ascending.at(-1)),
    gini: gini(ascending),
    deliveries: deliveries(plan),
    assortment: assortment(reachable),
    unreachable: groups.length - reachable.length,
  };
}

/** Over no groups at all, every figure is 0. */
function decimal(level: Quotient | undefined): string {
  return level === undefined ? sixPlaces(0n, 1n) : sixPlaces(BigInt(level.numerator), BigInt(level.denominator));
}
