import type { ProblemGroup, ProblemLot } from '../problem/problem.js';
import type { ReasonKind } from '../solution/solution.js';
import { at, type Facts, type Usage } from './facts.js';
import { minimumOf, mostOf } from './why-ineligible.js';

/** Why an eligible group takes no further case of the lot; null when nothing but supply stops it. */
export function whyFull(facts: Facts, lot: ProblemLot, group: ProblemGroup): Exclude<ReasonKind, 'nothing-eligible' | 'tight-set'> | null {
  const held = at(facts.held, lot.id, group.id) ?? 0;
  const asked = facts.requested ? at(facts.requested, lot.id, group.id) : undefined;
  const atRequest = asked !== undefined && held >= asked;
  const atMaximum = lot.maxCasesPerGroup !== undefined && held >= lot.maxCasesPerGroup;
  if (atRequest && (lot.maxCasesPerGroup === undefined || asked <= lot.maxCasesPerGroup)) return 'request-met';
  if (atMaximum) return 'lot-maximum';
  if (held === 0 && lot.maxGroups !== undefined && (facts.held.get(lot.id)?.size ?? 0) >= lot.maxGroups) return 'max-groups';
  const storage = storageFor(facts, lot, group);
  if (storage < 1) return 'capacity';
  const underCeiling = (group.maxCases ?? Number.POSITIVE_INFINITY) - (facts.usage.get(group.id) as Usage).cases;
  if (underCeiling < 1) return 'ceiling';
  const left = facts.left.get(lot.id) ?? 0;
  const possible = Math.min(left, storage, underCeiling, mostOf(facts, lot, group));
  if (held === 0 && left > 0 && possible < minimumOf(lot, group)) return 'minimum-lot';
  return at(facts.locked, lot.id, group.id) === undefined ? null : 'locked';
}

/** How many more cases of the lot the group's storage takes. */
function storageFor(facts: Facts, lot: ProblemLot, group: ProblemGroup): number {
  const used = facts.usage.get(group.id) as Usage;
  const cases = (group.capacityCases?.[lot.temperature] ?? Number.POSITIVE_INFINITY) - (used.casesIn[lot.temperature] ?? 0);
  const capacity = group.capacityMillilitres?.[lot.temperature];
  if (capacity === undefined) return cases;
  const free = capacity - (used.millilitresIn[lot.temperature] ?? 0);
  return Math.min(cases, Number(BigInt(free) / BigInt(lot.caseMillilitres ?? 1)));
}
