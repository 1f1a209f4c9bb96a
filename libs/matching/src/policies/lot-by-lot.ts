import { compareQuotients } from '../numbers/compare-quotients.js';
import { Plan } from '../plan/plan.js';
import { byCodeUnits } from '../problem/by-code-units.js';
import { failingRule } from '../rules/failing-rule.js';
import type { Terrain, TerrainGroup, TerrainLot } from '../rules/terrain.js';
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
  for (const lot of terrain.lots.toSorted(byDate)) shareOut(plan, lot, isLower);
  return { plan, certificate: { exact: false } };
}

/**
 * Groups that are full are not even asked, which spares most of the work of a late lot. A group that can take no more of
 * this lot is out for good: while the lot is shared out, room only shrinks. So the loop
 * ends, since every turn grants a case or drops a group.
 */
function shareOut(plan: Plan, lot: TerrainLot, isLower: (a: TerrainGroup, b: TerrainGroup) => boolean): void {
  const waiting = new Heap(isLower);
  for (const group of plan.terrain.groups) {
    if (plan.ceilingLeft(group) > 0 && plan.storageRoom(lot, group) > 0 && failingRule(plan.terrain, lot, group) === null)
      waiting.push(group);
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

/** Earliest last good day first, undated last; then by id, which is how the terrain numbers its lots. */
function byDate(a: TerrainLot, b: TerrainLot): number {
  return byCodeUnits(a.source.effectiveUntil ?? '9999', b.source.effectiveUntil ?? '9999') || a.index - b.index;
}

function byLevel(plan: Plan, places: readonly number[]): (a: TerrainGroup, b: TerrainGroup) => boolean {
  const filled = (group: TerrainGroup) => (group.source.received ?? 0) + plan.awarded(group);
  return (a, b) => {
    const difference = compareQuotients(filled(a), a.source.need, filled(b), b.source.need);
    return difference < 0 || (difference === 0 && (places[a.index] as number) < (places[b.index] as number));
  };
}
