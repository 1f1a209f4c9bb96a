import { eligibility, type Problem, type ProblemAward, type ProblemGroup, type ProblemLot } from '../../src/index.js';

/** Cases by "lot group". The simplest of plans, for problems of a handful of pairs. */
export type PlainPlan = ReadonlyMap<string, number>;

export const pairOf = (lot: string, group: string) => `${lot} ${group}`;

export function planOf(awards: readonly ProblemAward[]): PlainPlan {
  return new Map(awards.map(({ lot, group, cases }) => [pairOf(lot, group), cases]));
}

export function awardsIn(plan: PlainPlan): ProblemAward[] {
  return [...plan]
    .filter(([, cases]) => cases > 0)
    .map(([pair, cases]) => ({ lot: pair.split(' ')[0] as string, group: pair.split(' ')[1] as string, cases }))
    .sort((a, b) => (pairOf(a.lot, a.group) < pairOf(b.lot, b.group) ? -1 : 1));
}

export function locksOf(problem: Problem): PlainPlan {
  return planOf(problem.locks ?? []);
}

interface FreePair {
  readonly lot: ProblemLot;
  readonly group: ProblemGroup;
  /** By the pair's own caps; the lot's number of cases is none. */
  readonly cap: number;
}

const remembered = new WeakMap<Problem, readonly FreePair[]>();

/** The eligible pairs that no lock holds. */
export function freePairs(problem: Problem): readonly FreePair[] {
  const pairs = remembered.get(problem) ?? findFreePairs(problem);
  remembered.set(problem, pairs);
  return pairs;
}

function findFreePairs(problem: Problem): FreePair[] {
  const locks = locksOf(problem);
  return [...eligibility(problem)]
    .filter((pair) => pair.rule === null && !locks.has(pairOf(pair.lot, pair.group)))
    .map((pair) => {
      const lot = problem.lots.find(({ id }) => id === pair.lot) as ProblemLot;
      const group = problem.groups.find(({ id }) => id === pair.group) as ProblemGroup;
      const asked = problem.requests?.find((request) => request.lot === pair.lot && request.group === pair.group)?.maxCases;
      return { lot, group, cap: Math.min(lot.maxCasesPerGroup ?? Infinity, asked ?? Infinity) };
    });
}

export function casesOf(problem: Problem, plan: PlainPlan, lot: string | null, group: string | null, temperature?: string): number {
  let sum = 0;
  for (const l of problem.lots.filter(({ id, ...rest }) => (lot ?? id) === id && (temperature ?? rest.temperature) === rest.temperature)) {
    for (const g of problem.groups.filter(({ id }) => (group ?? id) === id)) sum += plan.get(pairOf(l.id, g.id)) ?? 0;
  }
  return sum;
}
