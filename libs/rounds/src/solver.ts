import { allocate, eligibility, type IneligibleRule, type Problem, parseProblem, serialiseSolution } from '@wakachi/matching';

export interface Plan {
  readonly engine: string;
  /** `wakachi.solution/1`, the same bytes on any machine. */
  readonly solution: string;
  readonly awards: readonly { lot: string; group: string; cases: number }[];
  readonly exclusions: readonly { lot: string; group: string; rule: IneligibleRule }[];
}

/** The seam to the engine, so that a test can be slow or fail on purpose. */
export abstract class Solver {
  abstract solve(frozenInput: string): Promise<Plan>;
}

/** Runs the engine in this process. Throws what the engine throws: ProblemMalformed, PolicyNotBuilt. */
export class EngineSolver extends Solver {
  async solve(frozenInput: string): Promise<Plan> {
    const problem: Problem = parseProblem(frozenInput);
    const solution = allocate(problem);
    return { engine: solution.engine, solution: serialiseSolution(solution), awards: solution.awards, exclusions: exclusionsOf(problem) };
  }
}

function exclusionsOf(problem: Problem): Plan['exclusions'] {
  return [...eligibility(problem)].flatMap((pair) => (pair.rule === null ? [] : [{ lot: pair.lot, group: pair.group, rule: pair.rule }]));
}
