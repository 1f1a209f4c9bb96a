import type { Plan } from '../plan/plan.js';
import { leastGrant } from '../rules/least-grant.js';
import type { LeftoverRule } from '../rules/rule.js';
import { pairKey, type TerrainGroup, type TerrainLot } from '../rules/terrain.js';

export type Stop = LeftoverRule | 'request-met';

interface Cap {
  readonly cases: number;
  readonly name: 'request-met' | 'lot-maximum';
}

/**
 * What keeps one more case of the lot from an eligible group under the finished plan, the first in the contract's order;
 * null when only the lack of cases does. What is left of the lot is held against the minimum only where it is not nothing.
 */
export function whatStops(plan: Plan, lot: TerrainLot, group: TerrainGroup): Stop | null {
  const held = plan.held(lot, group);
  const cap = capOfPair(plan, lot, group);
  if (held >= cap.cases) return cap.name;
  if (held === 0 && plan.isFullOfGroups(lot)) return 'max-groups';
  if (plan.storageRoom(lot, group) < 1) return 'capacity';
  if (plan.ceilingLeft(group) < 1) return 'ceiling';
  if (held === 0 && leastGrant(lot, group) > Math.min(plan.left(lot) || Number.POSITIVE_INFINITY, plan.room(lot, group)))
    return 'minimum-lot';
  return plan.isLocked(lot, group) ? 'locked' : null;
}

/** The pair's cap by request and lot maximum: a group that simply holds every case of a lot is not stopped by a cap. */
function capOfPair(plan: Plan, lot: TerrainLot, group: TerrainGroup): Cap {
  const request = plan.terrain.requests?.get(pairKey(plan.terrain, lot, group)) ?? Number.POSITIVE_INFINITY;
  const maximum = lot.source.maxCasesPerGroup ?? Number.POSITIVE_INFINITY;
  // Where both allow the same, the group has what it asked for.
  return request <= maximum ? { cases: request, name: 'request-met' } : { cases: maximum, name: 'lot-maximum' };
}
