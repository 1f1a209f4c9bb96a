import type { Outcome } from '../policies/outcome.js';
import { REASON_KINDS, type Reason, type ReasonKind } from '../solution/solution.js';
import { reasonText } from '../text/reason-text.js';
import type { GroupFindings, Survey } from './survey.js';

/**
 * What stopped each group from one more case, by group and then kind. A group whose eligible lots are merely used up has
 * none of these: only leximin can say which tight set holds them, and it hands that in.
 */
export function reasons({ groups }: Survey, { ownReasons = [], usedUpReason }: Pick<Outcome, 'ownReasons' | 'usedUpReason'>): Reason[] {
  const own = byGroup(ownReasons);
  return groups.flatMap((findings) => {
    const id = findings.group.source.id;
    const found = REASON_KINDS.flatMap((kind) => reasonOf(kind, findings) ?? []);
    const usedUp = usedUpReason && findings.usedUp.lots > 0 ? [usedUpReason(findings.group, findings.usedUp)] : [];
    return [...found, ...(own.get(id) ?? []), ...usedUp];
  });
}

function byGroup(reasons: readonly Reason[]): ReadonlyMap<string, readonly Reason[]> {
  const lists = new Map<string, Reason[]>();
  for (const reason of reasons) {
    const list = lists.get(reason.group);
    if (list === undefined) lists.set(reason.group, [reason]);
    else list.push(reason);
  }
  return lists;
}

function reasonOf(kind: ReasonKind, findings: GroupFindings): Reason | null {
  const group = findings.group.source.id;
  if (kind === 'tight-set') return null;
  if (kind === 'nothing-eligible') {
    return findings.isReachable ? null : { group, kind, lots: 0, cases: 0, text: reasonText(kind, 0, 0) };
  }
  const tally = findings.stops.get(kind);
  return tally ? { group, kind, ...tally, text: reasonText(kind, tally.lots, tally.cases) } : null;
}
