import { assert } from '@wakachi/kernel';
import type { Problem, ProblemGroup, ProblemLot, ProblemRequest } from '../problem/problem.js';
import type { DeclaredNumber, LotTarget } from './target.js';

/**
 * The problem with goods for certain people capped, pair by pair, by the numbers that groups declared: nappies by infants,
 * school goods by school children. Caps reach the engine as `requests`.
 *
 * - A targeted lot: persons × units per person, in whole cases, *rounded down*, so that nobody gets more than they said they can
 *   use. Less than a case is a request for 0, which the engine turns away as `minimum-lot`; no such person declared is no
 *   request at all, `not-requested`. The cap is of this lot alone: two lots for infants may both be filled.
 * - Any other lot: a request above what the pair could ever have. It is needed, since with `requests` a pair without one is
 *   ineligible; it changes no award and no reason.
 * - Requests that the problem has already stay, and the smaller number holds.
 *
 * It lists every pair, so it is meant for rounds up to about a million pairs. Without targets the problem stays as it is.
 *
 * @param targets at most one for a lot; lots that the problem has, with at least one unit per person
 * @param declared at most one number for a group and target; groups that do not take part are passed over
 */
export function withTargets(problem: Problem, targets: readonly LotTarget[], declared: readonly DeclaredNumber[]): Problem {
  if (targets.length === 0) return problem;
  const targetOf = new Map(targets.map((target) => [target.lot, target]));
  const personsOf = new Map(declared.map(({ group, target, persons }) => [JSON.stringify([group, target]), persons]));
  checkInputs(problem, targets, targetOf.size, declared, personsOf.size);
  const caps = problem.lots.flatMap((lot) => {
    const target = targetOf.get(lot.id);
    if (target === undefined) return problem.groups.map((group) => ({ lot: lot.id, group: group.id, maxCases: beyondReach(lot) }));
    return problem.groups.flatMap((group) => capOf(lot, target, group, personsOf.get(JSON.stringify([group.id, target.target])) ?? 0));
  });
  return { ...problem, requests: problem.requests === undefined ? caps : smaller(problem.requests, caps) };
}

function capOf(lot: ProblemLot, { unitsPerPerson }: LotTarget, group: ProblemGroup, persons: number): ProblemRequest[] {
  if (persons === 0) return [];
  const cases = (BigInt(persons) * BigInt(unitsPerPerson)) / BigInt(lot.unitsPerCase);
  const reach = beyondReach(lot);
  return [{ lot: lot.id, group: group.id, maxCases: cases < BigInt(reach) ? Number(cases) : reach }];
}

/** A request that is never what stops a pair: its other caps are reached first. */
function beyondReach({ cases, maxCasesPerGroup = 0 }: ProblemLot): number {
  return Math.min(Number.MAX_SAFE_INTEGER, Math.max(cases, maxCasesPerGroup) + 1);
}

function smaller(asked: readonly ProblemRequest[], caps: readonly ProblemRequest[]): ProblemRequest[] {
  const capOfPair = new Map(caps.map((cap) => [JSON.stringify([cap.lot, cap.group]), cap.maxCases]));
  return asked.flatMap((request) => {
    const cap = capOfPair.get(JSON.stringify([request.lot, request.group]));
    return cap === undefined ? [] : [{ ...request, maxCases: Math.min(request.maxCases, cap) }];
  });
}

function checkInputs(
  { lots }: Problem,
  targets: readonly LotTarget[],
  targetedLots: number,
  declared: readonly DeclaredNumber[],
  declaredPairs: number,
): void {
  const ids = new Set(lots.map(({ id }) => id));
  assert(
    targets.every(({ lot }) => ids.has(lot)),
    'a targeted lot is in the problem',
  );
  assert(targetedLots === targets.length, 'a lot has one target');
  assert(declaredPairs === declared.length, 'a group declares a number once');
  assert(
    targets.every(({ unitsPerPerson }) => Number.isSafeInteger(unitsPerPerson) && unitsPerPerson >= 1),
    'units per person are whole and at least 1',
  );
  assert(
    declared.every(({ persons }) => Number.isSafeInteger(persons) && persons >= 0),
    'declared numbers are whole and not negative',
  );
}
