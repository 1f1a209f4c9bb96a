import type { Problem } from '../problem/problem.js';
import type { Solution } from '../solution/solution.js';
import { checkAwards } from './check-awards.js';
import { checkCertificate } from './check-certificate.js';
import { checkDiff } from './check-diff.js';
import { checkHeader } from './check-header.js';
import { checkLevels } from './check-levels.js';
import { checkMetrics } from './check-metrics.js';
import { checkReasons } from './check-reasons.js';
import { checkSums } from './check-sums.js';
import { checkUnplaced } from './check-unplaced.js';
import { gatherFacts } from './facts.js';
import type { Violation } from './violation.js';
import { walk } from './walk.js';

/** Recomputes everything that the solution states; empty = it holds. Takes both documents as parsed. Throws nothing. */
export function verifySolution(problem: Problem, solution: Solution): Violation[] {
  const facts = gatherFacts(problem, solution);
  const header = checkHeader(facts);
  const walked = walk(facts);
  return [
    ...header,
    ...checkAwards(facts),
    ...checkSums(facts),
    ...checkUnplaced(facts, walked),
    ...checkLevels(facts),
    ...checkReasons(facts, walked),
    ...checkDiff(facts),
    ...checkMetrics(facts, walked),
    ...checkCertificate(facts),
  ];
}
