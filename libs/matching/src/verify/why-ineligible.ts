import type { ProblemGroup, ProblemLot } from '../problem/problem.js';
import type { IneligibleRule } from '../rules/rule.js';
import { at, type Facts } from './facts.js';
import type { Storage } from './storage.js';

/**
 * The contract's list of rules, read once more from the top; null = eligible. What the lot alone decides is worked out
 * once and not for each of its groups: a large round asks a hundred million times.
 */
export function ineligibility(facts: Facts, lot: ProblemLot): (group: ProblemGroup, storage: Storage) => IneligibleRule | null {
  const excluded = new Set(lot.excludedGroups);
  const locked = facts.locked.get(lot.id);
  const asked = facts.requested?.get(lot.id);
  const requires = lot.requires ?? [];
  const allergens = lot.allergens ?? [];
  const prefectures = lot.prefectures && new Set(lot.prefectures);
  const most = Math.min(lot.cases, lot.maxCasesPerGroup ?? lot.cases);
  const daysLeft = daysLeftOf(facts, lot);
  const transit = lot.hub ? facts.transit.get(lot.hub) : undefined;
  return (group, storage) => {
    if (excluded.size > 0 && excluded.has(group.id)) return 'excluded';
    if (locked?.get(group.id) === 0) return 'locked';
    if (facts.requested && asked?.get(group.id) === undefined) return 'not-requested';
    for (const needed of requires) if (!group.qualifications.includes(needed)) return 'qualification';
    if (prefectures && !prefectures.has(group.prefecture)) return 'prefecture';
    if (storage.cases === 0 || storage.millilitres === 0) return 'temperature';
    if (lot.category !== undefined && group.refusesCategories?.includes(lot.category)) return 'category';
    for (const allergen of allergens) if (group.refusesAllergens?.includes(allergen)) return 'allergen';
    const daysOnArrival = daysLeft - (transit?.get(group.id) ?? 0);
    if (daysOnArrival < Math.max(0, lot.minDaysOnArrival ?? 0, group.minDaysOnArrival ?? 0)) return 'shelf-life';
    if (minimumOf(lot, group) > Math.min(most, asked?.get(group.id) ?? most)) return 'minimum-lot';
    if (storage.millilitres < (lot.caseMillilitres ?? 0)) return 'capacity';
    return null;
  };
}

/** The fewest cases that the group may have of the lot, if it has any. Big integers: n households, m to a case, ⌈n/m⌉ cases. */
export function minimumOf(lot: ProblemLot, group: ProblemGroup): number {
  const least = Math.max(lot.minCasesPerGroup ?? 1, 1);
  if (lot.onePerHousehold !== true) return least;
  const units = BigInt(lot.unitsPerCase);
  return Math.max(Number((BigInt(group.need) + units - 1n) / units), least);
}

/** The most cases that the group may have of the lot, its storage and ceiling left aside. */
export function mostOf(facts: Facts, lot: ProblemLot, group: ProblemGroup): number {
  let most = lot.cases;
  if (lot.maxCasesPerGroup !== undefined && lot.maxCasesPerGroup < most) most = lot.maxCasesPerGroup;
  const asked = facts.requested ? at(facts.requested, lot.id, group.id) : undefined;
  return asked !== undefined && asked < most ? asked : most;
}

/** On the arrival day, transit left aside; an undated lot never grows too old. */
function daysLeftOf(facts: Facts, lot: ProblemLot): number {
  if (lot.effectiveUntil === undefined) return Number.POSITIVE_INFINITY;
  return (Date.parse(lot.effectiveUntil) - Date.parse(facts.problem.arrivalDate)) / 86_400_000;
}
