import { Fault } from '../reading/fault.js';
import { scanJson } from '../reading/scan-json.js';
import { ProblemMalformed } from './problem.errors.js';
import type { Problem } from './problem.js';
import { validateProblem } from './validate-problem.js';

/** JSON text to a problem that keeps every sentence of the contract. Throws ProblemMalformed. */
export function parseProblem(text: string): Problem {
  return validateProblem(scan(text));
}

function scan(text: string): unknown {
  try {
    return scanJson(text);
  } catch (error) {
    if (error instanceof Fault) throw new ProblemMalformed(error.pointer, error.text);
    throw error;
  }
}
