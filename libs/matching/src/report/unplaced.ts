import type { Plan } from '../plan/plan.js';
import { RULES, type Rule } from '../rules/rule.js';
import type { Unplaced, UnplacedReason } from '../solution/solution.js';
import type { Survey } from './survey.js';

/** Lots with cases left, each with the rules that turned groups away. A rule of both lists is counted once, as one. */
export function unplaced(plan: Plan, { turnedAway }: Survey): Unplaced[] {
  return plan.terrain.lots
    .filter((lot) => plan.left(lot) > 0)
    .map((lot) => ({ lot: lot.source.id, cases: plan.left(lot), reasons: reasonsOf(turnedAway.get(lot.index) ?? new Map()) }));
}

function reasonsOf(counts: ReadonlyMap<Rule, number>): UnplacedReason[] {
  return RULES.flatMap((rule) => {
    const groups = counts.get(rule);
    return groups === undefined ? [] : [{ rule, groups }];
  });
}
