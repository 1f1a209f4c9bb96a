import { Plan } from '../../plan/plan.js';
import { leastGrant } from '../../rules/least-grant.js';
import type { Terrain, TerrainGroup, TerrainLot } from '../../rules/terrain.js';
import { byDate } from '../by-date.js';
import { EligibleGroups } from '../eligible-groups.js';
import type { Outcome } from '../outcome.js';
import { seededOrder } from '../seeded-order.js';
import { type Claim, sharesOf } from './shares-of.js';

/**
 * Each lot by itself, earliest date first, in proportion to need by largest remainders, within rules and caps. What a group
 * cannot take goes to the others in proportion. It looks neither at other lots nor at what was received before: a group that
 * few lots suit stays behind, which is why it is here — to be compared with.
 */
export function proRata(terrain: Terrain): Outcome {
  const plan = new Plan(terrain);
  const places = seededOrder(terrain);
  const groups = terrain.groups.toSorted((a, b) => (places[a.index] as number) - (places[b.index] as number));
  const eligible = new EligibleGroups(terrain, groups);
  for (const lot of terrain.lots.toSorted(byDate)) shareOut(plan, lot, eligible.of(lot));
  return { plan, certificate: { exact: false } };
}

/** A further round is for groups that stood back so that others could have the minimum. Each grants a case, so rounds end. */
function shareOut(plan: Plan, lot: TerrainLot, groups: readonly TerrainGroup[]): void {
  let asking = groups.filter((group) => plan.nextGrant(lot, group) > 0);
  while (asking.length > 0) {
    const claims = asking.map((group) => claimOf(plan, lot, group));
    for (const [group, cases] of sharesOf(plan.left(lot), claims, placesLeft(plan, lot))) plan.grant(lot, group, cases);
    asking = plan.left(lot) > 0 ? asking.filter((group) => plan.nextGrant(lot, group) > 0) : [];
  }
}

function claimOf(plan: Plan, lot: TerrainLot, group: TerrainGroup): Claim {
  return { group, need: group.source.need, least: leastGrant(lot, group), most: Math.min(plan.left(lot), plan.room(lot, group)) };
}

function placesLeft(plan: Plan, lot: TerrainLot): number {
  return (lot.source.maxGroups ?? Number.POSITIVE_INFINITY) - plan.holders(lot).size;
}
