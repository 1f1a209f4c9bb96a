import type { Problem } from '../problem/problem.js';
import { sizeInMeasure } from './facts.js';

/** Whether a leximin solution of this problem must claim to be exact; where it need not, it must not. */
export function isExact(problem: Problem): boolean {
  return isFlow(problem) && isZero(problem.slack ?? '0');
}

/** Whether nothing but a slack can keep the problem from being exact. */
export function isFlow(problem: Problem): boolean {
  const sizes = new Set(problem.lots.map((lot) => sizeInMeasure(problem, lot)));
  const isPlain = problem.lots.every(
    (lot) => lot.maxGroups === undefined && lot.onePerHousehold !== true && (lot.minCasesPerGroup ?? 1) <= 1,
  );
  return isPlain && sizes.size <= 1 && problem.groups.every((group) => Object.keys(group.capacityMillilitres ?? {}).length === 0);
}

function isZero(decimal: string): boolean {
  return /^[0.]*$/.test(decimal);
}
