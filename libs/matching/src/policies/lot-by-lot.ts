import { Plan } from '../plan/plan.js';
import type { Terrain, TerrainGroup, TerrainLot } from '../rules/terrain.js';
import { byDate } from './by-date.js';
import { byLevel } from './by-level.js';
import { EligibleGroups } from './eligible-groups.js';
import { Heap } from './heap.js';
import type { Outcome } from './outcome.js';
import { seededOrder } from './seeded-order.js';

/**
 * What people do by hand: take the lots one after another, earliest date first, and give each next case to the eligible
 * group whose fill level is lowest. It never takes a case back, so it may strand cases that a whole view would place.
 */
export function lotByLot(terrain: Terrain): Outcome {
  const plan = new Plan(terrain);
  const isLower = byLevel(plan, seededOrder(terrain));
  const eligible = new EligibleGroups(terrain, terrain.groups);
  for (const lot of terrain.lots.toSorted(byDate)) shareOut(plan, lot, eligible.of(lot), isLower);
  return { plan, certificate: { exact: false } };
}

/**
 * Groups that are full are not even asked, which spares most of the work of a late lot. A group that can take no more of
 * this lot is out for good: while the lot is shared out, room only shrinks. So the loop
 * ends, since every turn grants a case or drops a group.
 */
function shareOut(
  plan: Plan,
  lot: TerrainLot,
  eligible: readonly TerrainGroup[],
  isLower: (a: TerrainGroup, b: TerrainGroup) => boolean,
): void {
  const waiting = new Heap(isLower);
  for (const group of eligible) {
    if (plan.ceilingLeft(group) > 0 && plan.storageRoom(lot, group) > 0) waiting.push(group);
  }
  while (plan.left(lot) > 0 && waiting.top !== undefined) {
    const cases = plan.nextGrant(lot, waiting.top);
    if (cases === 0) {
      waiting.pop();
    } else {
      plan.grant(lot, waiting.top, cases);
      waiting.topChanged();
    }
  }
}
