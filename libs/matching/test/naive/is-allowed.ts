import type { Problem } from '../../src/index.js';
import { casesOf, freePairs, locksOf, type PlainPlan, pairOf } from './plain-plan.js';

/** Whether a plan keeps the hard rules and the locks of a problem that the contract calls exact. */
export function isAllowed(problem: Problem, plan: PlainPlan): boolean {
  const locks = locksOf(problem);
  const caps = new Map(freePairs(problem).map(({ lot, group, cap }) => [pairOf(lot.id, group.id), cap]));
  return (
    [...locks].every(([pair, cases]) => (plan.get(pair) ?? 0) === cases) &&
    [...plan].every(([pair, cases]) => cases >= 0 && (locks.has(pair) || cases <= (caps.get(pair) ?? 0))) &&
    problem.lots.every((lot) => casesOf(problem, plan, lot.id, null) <= lot.cases) &&
    problem.groups.every(
      (group) =>
        casesOf(problem, plan, null, group.id) <= (group.maxCases ?? Infinity) &&
        Object.entries(group.capacityCases ?? {}).every(([name, most]) => casesOf(problem, plan, null, group.id, name) <= (most as number)),
    )
  );
}
