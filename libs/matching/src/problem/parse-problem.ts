import { JsonFault } from '@wakachi/kernel';
import { scan } from '../reading/scan.js';
import { ProblemMalformed } from './problem.errors.js';
import type { Problem } from './problem.js';
import { validateProblem } from './validate-problem.js';

/** JSON text to a problem that keeps every sentence of the contract. Throws ProblemMalformed. */
export function parseProblem(text: string): Problem {
  return validateProblem(scanned(text));
}

function scanned(text: string): unknown {
  try {
    return scan(text);
  } catch (error) {
    if (error instanceof JsonFault) throw new ProblemMalformed(error.pointer, error.text);
    throw error;
  }
}
