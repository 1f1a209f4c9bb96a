import { policies } from './policies/policies.js';
import { PolicyNotBuilt } from './problem/problem.errors.js';
import type { Problem } from './problem/problem.js';
import { report } from './report/report.js';
import { terrainOf } from './rules/terrain.js';
import type { Solution } from './solution/solution.js';

/** A plan by the problem's policy, with all that is said of it. Pure. Throws PolicyNotBuilt. */
export function allocate(problem: Problem): Solution {
  const name = problem.policy ?? 'leximin';
  const policy = policies[name];
  if (policy === undefined) throw new PolicyNotBuilt(name);
  return report(name, policy(terrainOf(problem)));
}
