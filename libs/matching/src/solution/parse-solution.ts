import { JsonFault } from '@wakachi/kernel';
import { checkFormat } from '../reading/check-format.js';
import { scan } from '../reading/scan.js';
import { SolutionMalformed } from './solution.errors.js';
import type { Solution } from './solution.js';
import { solutionShape } from './solution-shape.js';

/** JSON text to a solution of the right shape, whose claims are not judged yet. Throws SolutionMalformed. */
export function parseSolution(text: string): Solution {
  try {
    const document = scan(text);
    checkFormat(document, 'wakachi.solution/1');
    solutionShape(document, '');
    return document as Solution;
  } catch (error) {
    if (error instanceof JsonFault) throw new SolutionMalformed(error.pointer, error.text);
    throw error;
  }
}
