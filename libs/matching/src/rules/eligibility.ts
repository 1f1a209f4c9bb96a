import type { Problem } from '../problem/problem.js';
import { failingRule } from './failing-rule.js';
import type { IneligibleRule } from './rule.js';
import { terrainOf } from './terrain.js';

export interface PairEligibility {
  readonly lot: string;
  readonly group: string;
  /** The first rule that fails; null = eligible. */
  readonly rule: IneligibleRule | null;
}

/** Every pair, by lot id and then group id, with the rule that turns it away. Lazy: a large round has 10^8 pairs. */
export function* eligibility(problem: Problem): Generator<PairEligibility> {
  const terrain = terrainOf(problem);
  for (const lot of terrain.lots) {
    for (const group of terrain.groups) {
      yield { lot: lot.source.id, group: group.source.id, rule: failingRule(terrain, lot, group) };
    }
  }
}
