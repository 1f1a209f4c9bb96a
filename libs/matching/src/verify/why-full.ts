import type { ProblemGroup, ProblemLot } from '../problem/problem.js';
import type { ReasonKind } from '../solution/solution.js';
import type { Facts, Usage } from './facts.js';
import { roomIn, type Storage } from './storage.js';
import { minimumOf } from './why-ineligible.js';

export type FullKind = Exclude<ReasonKind, 'nothing-eligible' | 'tight-set'>;

/** Why an eligible group, which holds so many cases of it, takes no further case of the lot; null when nothing but supply stops it. */
export function fullness(
  facts: Facts,
  lot: ProblemLot,
): (group: ProblemGroup, held: number, storage: Storage, used: Usage) => FullKind | null {
  const asked = facts.requested?.get(lot.id);
  const locked = facts.locked.get(lot.id);
  const left = facts.left.get(lot.id) ?? 0;
  const maximum = lot.maxCasesPerGroup ?? Number.POSITIVE_INFINITY;
  const isFullOfGroups = lot.maxGroups !== undefined && (facts.held.get(lot.id)?.size ?? 0) >= lot.maxGroups;
  return (group, held, storage, used) => {
    const request = asked?.get(group.id) ?? Number.POSITIVE_INFINITY;
    if (held >= request && request <= maximum) return 'request-met';
    if (held >= maximum) return 'lot-maximum';
    if (held === 0 && isFullOfGroups) return 'max-groups';
    const room = roomIn(storage, lot.caseMillilitres);
    if (room < 1) return 'capacity';
    const underCeiling = (group.maxCases ?? Number.POSITIVE_INFINITY) - used.cases;
    if (underCeiling < 1) return 'ceiling';
    const most = Math.min(left > 0 ? left : lot.cases, room, underCeiling, request, maximum);
    if (held === 0 && most < minimumOf(lot, group)) return 'minimum-lot';
    return locked?.has(group.id) ? 'locked' : null;
  };
}
