import type { Lot } from '@wakachi/donations';
import { type Problem, TARGETS, withTargets } from '@wakachi/matching';
import type { Participant } from '../freeze-problem.js';
import { groupName, lotName } from '../problem-names.js';
import type { RoundTarget } from './round-target.entity.js';

/** The frozen problem with the round's targeted lots capped by what the groups declared; who declared nothing has no such person. */
export function cappedByTargets(
  problem: Problem,
  targets: readonly RoundTarget[],
  lots: readonly Lot[],
  participants: readonly Participant[],
): Problem {
  const lotOf = new Map(lots.map((lot) => [lot.id, lotName(lot)]));
  // A lot that is held, or has been given out since, is not in the problem.
  const present = targets.flatMap(({ lotId, target, unitsPerPerson }) => {
    const lot = lotOf.get(lotId);
    return lot === undefined ? [] : [{ lot, target, unitsPerPerson }];
  });
  const declared = participants.flatMap(({ group, entry }) =>
    TARGETS.map((target) => ({ group: groupName(group), target, persons: entry.declaredPersons[target] ?? 0 })),
  );
  return withTargets(problem, present, declared);
}
