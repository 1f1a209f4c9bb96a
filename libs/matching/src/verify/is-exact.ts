import type { Problem } from '../problem/problem.js';
import { sizeInMeasure } from './facts.js';

/** Whether a leximin solution of this problem must claim to be exact; where it need not, it must not. */
export function isExact(problem: Problem): boolean {
  const sizes = new Set(problem.lots.map((lot) => sizeInMeasure(problem, lot)));
  const isFlow = problem.lots.every(
    (lot) => lot.maxGroups === undefined && lot.onePerHousehold !== true && (lot.minCasesPerGroup ?? 1) <= 1,
  );
  return isFlow && sizes.size <= 1 && problem.groups.every((group) => Object.keys(group.capacityMillilitres ?? {}).length === 0);
}
