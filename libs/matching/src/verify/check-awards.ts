import type { ProblemAward } from '../problem/problem.js';
import { at, type Facts } from './facts.js';
import { storageOf } from './storage.js';
import { type Violation, violation } from './violation.js';
import { ineligibility, minimumOf, mostOf } from './why-ineligible.js';

/** Every award by itself: in its place, of things that exist, allowed by every rule of its pair. */
export function checkAwards(facts: Facts): Violation[] {
  return facts.solution.awards.flatMap((award, i) => {
    const where = `/awards/${i}`;
    return [...checkPlace(facts.solution.awards[i - 1], award, where), ...checkPair(facts, award, where)];
  });
}

function checkPlace(before: ProblemAward | undefined, award: ProblemAward, where: string): Violation[] {
  const zero = award.cases === 0 ? [violation(where, 'zero')] : [];
  if (before === undefined || before.lot < award.lot || (before.lot === award.lot && before.group < award.group)) return zero;
  const isTwice = before.lot === award.lot && before.group === award.group;
  return [...zero, isTwice ? violation(where, 'twice', { lot: award.lot, group: award.group }) : violation(where, 'order')];
}

function checkPair(facts: Facts, award: ProblemAward, where: string): Violation[] {
  const lot = facts.lots.get(award.lot);
  const group = facts.groups.get(award.group);
  if (lot === undefined) return [violation(where, 'noSuchLot', { lot: award.lot })];
  if (group === undefined) return [violation(where, 'noSuchGroup', { group: award.group })];
  const names = { lot: award.lot, group: award.group };
  const lock = at(facts.locked, lot.id, group.id);
  if (lock !== undefined && lock !== award.cases) return [violation(where, 'lock', { ...names, expected: lock, stated: award.cases })];
  const rule = ineligibility(facts, lot)(group, storageOf(facts, group, lot.temperature));
  if (rule !== null) return [violation(where, 'breaksRule', { ...names, rule })];
  if (award.cases < minimumOf(lot, group)) return [violation(where, 'breaksRule', { ...names, rule: 'minimum-lot' })];
  if (award.cases > mostOf(facts, lot, group)) return [violation(where, 'breaksRule', { ...names, rule: 'lot-maximum' })];
  return [];
}
