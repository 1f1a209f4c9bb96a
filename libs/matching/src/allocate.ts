import { policies } from './policies/policies.js';
import { PolicyNotBuilt } from './problem/problem.errors.js';
import type { Problem } from './problem/problem.js';
import { report } from './report/report.js';
import { terrainOf } from './rules/terrain.js';
import type { Solution } from './solution/solution.js';

/** What takes its time, in this order. */
type Phase = 'solving' | 'report';

/**
 * A plan by the problem's policy, with all that is said of it. Pure. Throws PolicyNotBuilt.
 *
 * @param entering is told when each phase begins
 */
export function allocate(problem: Problem, entering: (phase: Phase) => void = () => undefined): Solution {
  const name = problem.policy ?? 'leximin';
  const policy = policies[name];
  if (policy === undefined) throw new PolicyNotBuilt(name);
  entering('solving');
  const outcome = policy(terrainOf(problem));
  entering('report');
  return report(name, outcome);
}
