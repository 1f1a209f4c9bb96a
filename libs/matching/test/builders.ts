import { allocate, type Problem, type ProblemGroup, type ProblemLot, type Solution, validateProblem } from '../src/index.js';

/** A lot that anybody may have; a test sets what it is about. */
export function aLot(fields: Partial<ProblemLot> = {}): ProblemLot {
  return { id: 'L1', cases: 10, unitsPerCase: 12, temperature: 'ambient', ...fields };
}

/** A group that takes anything. */
export function aGroup(fields: Partial<ProblemGroup> = {}): ProblemGroup {
  return { id: 'G1', need: 10, prefecture: '13', qualifications: [], ...fields };
}

export function aProblem(fields: Partial<Problem> = {}): Problem {
  return {
    format: 'wakachi.problem/1',
    seed: 's',
    arrivalDate: '2026-12-10',
    measure: 'cases',
    policy: 'lot-by-lot',
    lots: [aLot()],
    groups: [aGroup()],
    ...fields,
  };
}

/** Validates first, as the commands do. */
export function solve(fields: Partial<Problem> = {}): Solution {
  return allocate(validateProblem(aProblem(fields)));
}

/** "L1 G1 6": awards as a reader would list them. */
export function awardsOf(solution: Solution): string[] {
  return solution.awards.map((award) => `${award.lot} ${award.group} ${award.cases}`);
}
