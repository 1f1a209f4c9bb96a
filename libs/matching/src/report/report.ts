import { ENGINE } from '../engine.js';
import type { Outcome } from '../policies/outcome.js';
import type { PolicyName } from '../problem/problem.js';
import { problemHash } from '../problem/problem-hash.js';
import type { Solution } from '../solution/solution.js';
import { awards } from './awards.js';
import { diff } from './diff.js';
import { levels } from './levels.js';
import { metrics } from './metrics.js';
import { reasons } from './reasons.js';
import { survey } from './survey.js';
import { unplaced } from './unplaced.js';

/** All that a solution says of a plan; the same for every policy, so that plans can be compared. */
export function report(policy: PolicyName, outcome: Outcome): Solution {
  const { plan, certificate } = outcome;
  const { problem } = plan.terrain;
  const found = survey(plan);
  const awarded = awards(plan);
  return {
    format: 'wakachi.solution/1',
    problem: problemHash(problem),
    engine: ENGINE,
    policy,
    seed: problem.seed,
    awards: awarded,
    unplaced: unplaced(plan, found),
    levels: levels(plan),
    reasons: reasons(found, outcome),
    diff: diff(problem.previous, awarded),
    certificate,
    metrics: metrics(plan, found),
  };
}
