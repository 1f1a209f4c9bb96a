import type { Problem } from '../problem/problem.js';
import type { Solution } from '../solution/solution.js';
import { BitRows } from './bit-rows.js';
import { checkAwards } from './check-awards.js';
import { checkCertificate } from './check-certificate.js';
import { checkDates } from './check-dates.js';
import { checkDiff } from './check-diff.js';
import { checkFloors } from './check-floors.js';
import { checkHeader } from './check-header.js';
import { checkLevels } from './check-levels.js';
import { checkMetrics } from './check-metrics.js';
import { checkMostCases, checkOptimum } from './check-optimum.js';
import { checkReasons } from './check-reasons.js';
import { checkSums } from './check-sums.js';
import { checkUnplaced } from './check-unplaced.js';
import { type Facts, gatherFacts } from './facts.js';
import { isExact, isFlow } from './is-exact.js';
import { keysOf } from './keys.js';
import { potentialsOf } from './potentials.js';
import { fairInWholeCases, type Relaxed, relaxed } from './relaxed/relaxed.js';
import { usedUpReasons } from './relaxed/used-up-reasons.js';
import { residualOf } from './residual.js';
import { tightSetReasons } from './tight-set-reasons.js';
import type { Violation } from './violation.js';
import { walk } from './walk.js';

/** Recomputes everything that the solution states; empty = it holds. Takes both documents as parsed. Throws nothing. */
export function verifySolution(problem: Problem, solution: Solution): Violation[] {
  const facts = gatherFacts(problem, solution);
  const header = checkHeader(facts);
  const eligible = solution.policy === 'leximin' ? new BitRows(facts.groupIds.length, facts.lotIds.length) : null;
  const walked = walk(facts, eligible);
  const bounds = eligible && !isExact(problem) ? (isFlow(problem) ? fairInWholeCases(facts, eligible) : relaxed(facts, eligible)) : null;
  const held = eligible && bounds !== null && isFlow(problem) ? checkWithinSlack(facts, eligible, bounds) : [];
  const proof = eligible && bounds === null ? prove(facts, eligible) : null;
  const tightSets = bounds ? usedUpReasons(facts, walked, bounds) : (proof?.tightSets ?? new Map());
  return [
    ...header,
    ...checkAwards(facts),
    ...checkSums(facts),
    ...checkUnplaced(facts, walked),
    ...checkLevels(facts),
    ...checkReasons(facts, walked, tightSets),
    ...checkDiff(facts),
    ...checkMetrics(facts, walked),
    ...checkCertificate(facts, proof?.potentials ?? null, bounds),
    ...held,
    ...(proof?.violations ?? []),
  ];
}

/** A plan that only its slack keeps from being exact: the most cases and the earliest dates all the same, and no level too low. */
function checkWithinSlack(facts: Facts, eligible: BitRows, { filled }: Relaxed): Violation[] {
  const residual = residualOf(facts, eligible);
  const potentials = potentialsOf(residual, keysOf(facts, residual.loose).byNextKey);
  return [...checkMostCases(facts, potentials), ...checkDates(facts, residual), ...checkFloors(facts, filled)];
}

/** What the plan alone shows of itself, and where it falls short of the optimum. */
function prove(facts: Facts, eligible: BitRows) {
  const residual = residualOf(facts, eligible);
  const keys = keysOf(facts, residual.loose);
  const potentials = potentialsOf(residual, keys.byNextKey);
  return {
    potentials,
    tightSets: tightSetReasons(facts, residual, keys),
    violations: [...checkOptimum(facts, potentials, keys), ...checkDates(facts, residual)],
  };
}
