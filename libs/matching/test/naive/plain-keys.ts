import { createHash } from 'node:crypto';
import type { Problem, ProblemGroup } from '../../src/index.js';
import { casesOf, locksOf, type PlainPlan } from './plain-plan.js';

export interface PlainKey {
  readonly filled: number;
  readonly need: number;
  readonly hash: string;
}

export function compareKeys(a: PlainKey, b: PlainKey): number {
  return a.filled * b.need - b.filled * a.need || b.need - a.need || (a.hash < b.hash ? -1 : a.hash > b.hash ? 1 : 0);
}

/** The key of unit k (from 1) beyond the group's locks. */
export function keyOf(problem: Problem, group: ProblemGroup, k: number): PlainKey {
  const size = problem.measure === 'cases' ? 1 : (problem.lots[0]?.caseGrams ?? 1);
  const locked = casesOf(problem, locksOf(problem), null, group.id);
  const hash = createHash('sha256')
    .update(JSON.stringify([problem.seed, group.id]))
    .digest('hex');
  return { filled: (group.received ?? 0) + (locked + k - 1) * size, need: group.need, hash };
}

/** Cases of the group that no lock holds. */
export function unlockedOf(problem: Problem, plan: PlainPlan, group: ProblemGroup): number {
  return casesOf(problem, plan, null, group.id) - casesOf(problem, locksOf(problem), null, group.id);
}
