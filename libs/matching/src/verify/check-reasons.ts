import type { Reason } from '../solution/solution.js';
import { reasonText } from '../text/reason-text.js';
import { compareEntries } from './compare-entries.js';
import type { Facts } from './facts.js';
import type { Violation } from './violation.js';
import type { Reach, Walk } from './walk.js';
import type { FullKind } from './why-full.js';

const ORDER: readonly FullKind[] = ['capacity', 'ceiling', 'request-met', 'lot-maximum', 'minimum-lot', 'max-groups', 'locked'];

/** `tightSets` by group: leximin's alone to claim; of any other policy one is an extra reason, and so a violation. */
export function checkReasons(facts: Facts, { reach }: Walk, tightSets: ReadonlyMap<string, Reason>): Violation[] {
  const expected = facts.groupIds.flatMap((group) => {
    const tightSet = tightSets.get(group);
    return [...reasonsOf(group, reach.get(group) as Reach), ...(tightSet ? [tightSet] : [])];
  });
  return compareEntries('/reasons', facts.solution.reasons, expected, (reason) => [reason.group, reason.kind]);
}

function reasonsOf(group: string, reach: Reach): Reason[] {
  if (reach.eligibleLots === 0) return [{ group, kind: 'nothing-eligible', lots: 0, cases: 0, text: reasonText('nothing-eligible', 0, 0) }];
  const reasons: Reason[] = [];
  for (const kind of ORDER) {
    const sum = reach.full.get(kind);
    if (sum !== undefined) reasons.push({ group, kind, lots: sum.lots, cases: sum.cases, text: reasonText(kind, sum.lots, sum.cases) });
  }
  return reasons;
}
