import { canonicalJson } from '@wakachi/kernel';
import type { Solution } from './solution.js';

/** The bytes that are stored, hashed and compared (RFC 8785 and a line end): the same on every machine. */
export function serialiseSolution(solution: Solution): string {
  return `${canonicalJson(solution)}\n`;
}
