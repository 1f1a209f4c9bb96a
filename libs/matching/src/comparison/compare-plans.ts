import { assert } from '@wakachi/kernel';
import { allocate } from '../allocate.js';
import { maxOverMean } from '../numbers/max-over-mean.js';
import { sixPlaces } from '../numbers/six-places.js';
import { PolicyNotBuilt, ProblemMalformed } from '../problem/problem.errors.js';
import type { PolicyName, Problem } from '../problem/problem.js';
import { problemHash } from '../problem/problem-hash.js';
import { validateProblem } from '../problem/validate-problem.js';
import type { Solution } from '../solution/solution.js';
import { type ComparedPlan, type Comparison, type Contender, isRefusal, type Refusal } from './comparison.js';
import { levelsWithinReach } from './levels-within-reach.js';
import { standing } from './standing.js';

const OF_ANOTHER_PROBLEM = { ja: 'この問題の解ではありません', en: 'is not a solution of this problem' };

/**
 * Plans of one problem, judged by the same figures. The problem's own policy is not asked unless it is a contender; a contender
 * that refuses the problem, or a solution of another one, is a row that says so. Solutions are taken at their word: whether
 * they hold is `verifySolution`'s to say. Names must differ.
 */
export function comparePlans(problem: Problem, contenders: readonly Contender[]): Comparison {
  const names = contenders.map((contender) => (typeof contender === 'string' ? contender : contender.name));
  assert(new Set(names).size === names.length, 'contenders have names of their own');
  const found = contenders.map((contender) => planOf(problem, contender));
  const plans = found.filter((row): row is Named => !isRefusal(row));
  return found.map((row) => (isRefusal(row) ? row : judged(row, plans)));
}

interface Named {
  readonly name: string;
  readonly solution: Solution;
}

function planOf(problem: Problem, contender: Contender): Named | Refusal {
  if (typeof contender === 'string') return solved(problem, contender);
  return isOf(problem, contender.solution) ? contender : { name: contender.name, refusal: OF_ANOTHER_PROBLEM };
}

function solved(problem: Problem, policy: PolicyName): Named | Refusal {
  try {
    return { name: policy, solution: allocate(validateProblem({ ...problem, policy })) };
  } catch (error) {
    if (error instanceof PolicyNotBuilt || error instanceof ProblemMalformed) return { name: policy, refusal: error.text };
    throw error;
  }
}

/** The hash names the policy too, and a problem may leave its default unsaid. */
function isOf({ policy: _, ...problem }: Problem, { policy, problem: hash }: Solution): boolean {
  if (problemHash({ ...problem, policy }) === hash) return true;
  return policy === 'leximin' && problemHash(problem) === hash;
}

function judged({ name, solution }: Named, plans: readonly Named[]): ComparedPlan {
  const { metrics } = solution;
  return {
    name,
    solution,
    placedShare: sixPlaces(BigInt(metrics.placed), BigInt(metrics.cases)),
    maxOverMean: maxOverMean(levelsWithinReach(solution)),
    standings: plans.filter((other) => other.solution !== solution).map((other) => standing(solution, other)),
  };
}
