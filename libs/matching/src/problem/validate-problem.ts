import { checkFormat } from '../reading/check-format.js';
import { Fault } from '../reading/fault.js';
import { checkLocks } from './check-locks.js';
import { checkReferences } from './check-references.js';
import { checkSizes } from './check-sizes.js';
import { ProblemMalformed } from './problem.errors.js';
import type { Problem } from './problem.js';
import { problemShape } from './problem-shape.js';

/** The object itself, now known to be a problem. Throws ProblemMalformed. */
export function validateProblem(document: unknown): Problem {
  try {
    checkFormat(document, 'wakachi.problem/1');
    problemShape(document, '');
    const problem = document as Problem;
    checkReferences(problem);
    checkSizes(problem);
    checkLocks(problem);
    return problem;
  } catch (error) {
    if (error instanceof Fault) throw new ProblemMalformed(error.pointer, error.text);
    throw error;
  }
}
