import type { ProblemGroup, ProblemLot } from '../problem/problem.js';
import type { IneligibleRule } from '../rules/rule.js';
import { at, type Facts } from './facts.js';

/** The contract's list of rules, read once more from the top; null = eligible. */
export function whyIneligible(facts: Facts, lot: ProblemLot, group: ProblemGroup): IneligibleRule | null {
  if (lot.excludedGroups?.includes(group.id)) return 'excluded';
  if (at(facts.locked, lot.id, group.id) === 0) return 'locked';
  if (facts.requested && at(facts.requested, lot.id, group.id) === undefined) return 'not-requested';
  for (const needed of lot.requires ?? []) if (!group.qualifications.includes(needed)) return 'qualification';
  if (lot.prefectures && !lot.prefectures.includes(group.prefecture)) return 'prefecture';
  const cases = group.capacityCases?.[lot.temperature];
  const millilitres = group.capacityMillilitres?.[lot.temperature];
  if (cases === 0 || millilitres === 0) return 'temperature';
  if (lot.category !== undefined && group.refusesCategories?.includes(lot.category)) return 'category';
  for (const allergen of lot.allergens ?? []) if (group.refusesAllergens?.includes(allergen)) return 'allergen';
  if (isTooOld(facts, lot, group)) return 'shelf-life';
  if (minimumOf(lot, group) > mostOf(facts, lot, group)) return 'minimum-lot';
  if (millilitres !== undefined && millilitres < (lot.caseMillilitres ?? 0)) return 'capacity';
  return null;
}

/** The fewest cases that the group may have of the lot, if it has any. Big integers: n households, m to a case, ⌈n/m⌉ cases. */
export function minimumOf(lot: ProblemLot, group: ProblemGroup): number {
  const units = BigInt(lot.unitsPerCase);
  const household = lot.onePerHousehold === true ? Number((BigInt(group.need) + units - 1n) / units) : 1;
  return Math.max(household, lot.minCasesPerGroup ?? 1, 1);
}

/** The most cases that the group may have of the lot, its storage and ceiling left aside. */
export function mostOf(facts: Facts, lot: ProblemLot, group: ProblemGroup): number {
  let most = lot.cases;
  if (lot.maxCasesPerGroup !== undefined && lot.maxCasesPerGroup < most) most = lot.maxCasesPerGroup;
  const asked = facts.requested ? at(facts.requested, lot.id, group.id) : undefined;
  return asked !== undefined && asked < most ? asked : most;
}

function isTooOld(facts: Facts, lot: ProblemLot, group: ProblemGroup): boolean {
  if (lot.effectiveUntil === undefined) return false;
  const days = (Date.parse(lot.effectiveUntil) - Date.parse(facts.problem.arrivalDate)) / 86_400_000;
  const onTheWay = lot.hub ? (at(facts.transit, lot.hub, group.id) ?? 0) : 0;
  const daysLeft = days - onTheWay;
  return daysLeft < 0 || daysLeft < (lot.minDaysOnArrival ?? 0) || daysLeft < (group.minDaysOnArrival ?? 0);
}
