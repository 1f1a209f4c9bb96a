import type { Rule } from '../rules/rule.js';
import { compareEntries } from './compare-entries.js';
import type { Facts } from './facts.js';
import { type Violation, violation } from './violation.js';
import type { Walk } from './walk.js';

/** The order in which a lot's reasons stand; a rule that is on both of the contract's lists stands once. */
const ORDER: readonly Rule[] = [
  'excluded',
  'locked',
  'not-requested',
  'qualification',
  'prefecture',
  'temperature',
  'category',
  'allergen',
  'shelf-life',
  'minimum-lot',
  'capacity',
  'lot-maximum',
  'max-groups',
  'ceiling',
];

/** Every case is awarded or listed, and every listed one is explained. */
export function checkUnplaced(facts: Facts, { turnedAway, open }: Walk): Violation[] {
  const expected = facts.lotIds
    .filter((id) => (facts.left.get(id) as number) > 0)
    .map((lot) => {
      const counts = turnedAway.get(lot);
      const reasons = ORDER.filter((rule) => counts?.has(rule)).map((rule) => ({ rule, groups: counts?.get(rule) as number }));
      return { lot, cases: facts.left.get(lot) as number, reasons };
    });
  const found = compareEntries('/unplaced', facts.solution.unplaced, expected, (entry) => entry.lot);
  // Whatever the policy: it leaves a case only when nobody could be given it outright.
  return [...found, ...open.map((pair) => violation('/unplaced', 'couldBePlaced', pair))];
}
