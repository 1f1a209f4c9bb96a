import type { CoreProblem } from './core-problem.js';
import { earliestFirst } from './earliest-first.js';
import { Flow } from './flow.js';
import { leximinTotals } from './leximin-totals.js';

/**
 * The plan that is best in the contract's order: the most cases, at the smallest ascending list of granted keys, and at those
 * totals the most cases of each date in turn. Whole numbers decide throughout; the same problem gives the same flow.
 */
export function solveCore(problem: CoreProblem): Flow {
  const flow = new Flow(problem);
  leximinTotals(flow);
  earliestFirst(flow);
  return flow;
}
