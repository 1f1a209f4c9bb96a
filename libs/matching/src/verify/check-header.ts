import { compareFields } from './compare-fields.js';
import type { Facts } from './facts.js';
import { hashAgain } from './hash-again.js';
import type { Violation } from './violation.js';

/** The engine's name is not judged: a plan of another version may hold as well. */
export function checkHeader({ problem, solution }: Facts): Violation[] {
  const { format, policy, seed } = solution;
  return compareFields(
    '',
    { format, problem: solution.problem, policy, seed },
    { format: 'wakachi.solution/1', problem: hashAgain(problem), policy: problem.policy ?? 'leximin', seed: problem.seed },
  );
}
