import type { ProblemGroup } from '../../problem/problem.js';
import type { Reason } from '../../solution/solution.js';
import { usedUpText } from '../../text/tight-set-text.js';
import { decimal } from '../decimal.js';
import type { Facts, Usage } from '../facts.js';
import type { Reach, Walk } from '../walk.js';
import type { Relaxed } from './relaxed.js';

/** By group id: what a plan that is not exact says of a group that could take more of lots that are used up. */
export function usedUpReasons(facts: Facts, { reach }: Walk, { filled }: Relaxed): ReadonlyMap<string, Reason> {
  const reasons = new Map<string, Reason>();
  for (const [j, id] of facts.groupIds.entries()) {
    const { lots, cases } = (reach.get(id) as Reach).usedUp;
    if (lots === 0) continue;
    const { received, need } = facts.groups.get(id) as ProblemGroup;
    const reached = BigInt(received ?? 0) + BigInt((facts.usage.get(id) as Usage).measure);
    const level = decimal(reached, BigInt(need));
    const relaxed = decimal(filled[j] as bigint, BigInt(need));
    reasons.set(id, { group: id, kind: 'tight-set', lots, cases, text: usedUpText({ lots, cases, level, relaxed }) });
  }
  return reasons;
}
