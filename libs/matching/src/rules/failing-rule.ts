import { leastGrant } from './least-grant.js';
import { pairCap } from './pair-cap.js';
import type { IneligibleRule } from './rule.js';
import { pairKey, type Terrain, type TerrainGroup, type TerrainLot } from './terrain.js';

type Fails = (lot: TerrainLot, group: TerrainGroup, terrain: Terrain) => boolean;

/** In the contract's order; the first that fails is the one that a coordinator is told. */
const RULES_IN_ORDER: readonly (readonly [IneligibleRule, Fails])[] = [
  ['excluded', (lot, group) => lot.excluded.has(group.source.id)],
  ['locked', (lot, group, terrain) => terrain.locks.size > 0 && terrain.locks.get(pairKey(terrain, lot, group)) === 0],
  ['not-requested', (lot, group, terrain) => terrain.requests !== null && !terrain.requests.has(pairKey(terrain, lot, group))],
  ['qualification', (lot, group) => lot.source.requires?.some((name) => !group.qualifications.has(name)) === true],
  ['prefecture', (lot, group) => lot.prefectures !== null && !lot.prefectures.has(group.source.prefecture)],
  ['temperature', (lot, group) => hasNoStorage(lot, group)],
  ['category', (lot, group) => lot.source.category !== undefined && group.refusesCategories.has(lot.source.category)],
  ['allergen', (lot, group) => lot.source.allergens?.some((name) => group.refusesAllergens.has(name)) === true],
  ['shelf-life', (lot, group) => lot.daysLeft !== null && daysLeftOnArrival(lot, group) < leastDays(lot, group)],
  ['minimum-lot', (lot, group, terrain) => leastGrant(lot, group) > pairCap(terrain, lot, group)],
  ['capacity', (lot, group) => isTooBig(lot, group)],
];

/** Null when the pair is eligible. A lock above 0 leaves a pair eligible: it says how many, not whether. */
export function failingRule(terrain: Terrain, lot: TerrainLot, group: TerrainGroup): IneligibleRule | null {
  for (const [rule, fails] of RULES_IN_ORDER) if (fails(lot, group, terrain)) return rule;
  return null;
}

function hasNoStorage(lot: TerrainLot, group: TerrainGroup): boolean {
  const { temperature } = lot.source;
  return group.source.capacityCases?.[temperature] === 0 || group.source.capacityMillilitres?.[temperature] === 0;
}

/** Of the empty storage: what other lots fill is not a matter of eligibility. */
function isTooBig(lot: TerrainLot, group: TerrainGroup): boolean {
  const room = group.source.capacityMillilitres?.[lot.source.temperature];
  return room !== undefined && room < (lot.source.caseMillilitres as number);
}

function daysLeftOnArrival(lot: TerrainLot, group: TerrainGroup): number {
  const { hub } = lot.source;
  const transit = hub === null || hub === undefined ? 0 : (group.transitDays.get(hub) ?? 0);
  return (lot.daysLeft as number) - transit;
}

function leastDays(lot: TerrainLot, group: TerrainGroup): number {
  return Math.max(0, lot.source.minDaysOnArrival ?? 0, group.source.minDaysOnArrival ?? 0);
}
