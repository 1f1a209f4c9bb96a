import * as fc from 'fast-check';
import type { Problem } from '../src/index.js';
import { everyPlan } from './naive/brute-force.js';
import { casesOf, type PlainPlan, pairOf } from './naive/plain-plan.js';
import { withLocks } from './random-problem.js';

const seldom = <T>(arbitrary: fc.Arbitrary<T>) => fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

const lot = fc.record({
  cases: fc.integer({ min: 1, max: 4 }),
  unitsPerCase: fc.integer({ min: 1, max: 6 }),
  caseMillilitres: fc.integer({ min: 1, max: 4 }),
  temperature: fc.constantFrom('ambient', 'ambient', 'frozen'),
  prefectures: fc.constantFrom(undefined, ['13'], ['13', '27']),
  minCasesPerGroup: seldom(fc.integer({ min: 2, max: 3 })),
  maxCasesPerGroup: seldom(fc.integer({ min: 1, max: 3 })),
  maxGroups: seldom(fc.integer({ min: 1, max: 2 })),
  onePerHousehold: seldom(fc.constant(true)),
});

const group = fc.record({
  need: fc.integer({ min: 1, max: 8 }),
  prefecture: fc.constantFrom('13', '27'),
  qualifications: fc.constant([]),
  capacityCases: seldom(fc.record({ ambient: fc.nat(5), frozen: fc.nat(3) }, { requiredKeys: [] })),
  capacityMillilitres: seldom(fc.record({ ambient: fc.nat(12) })),
  received: seldom(fc.nat(9)),
  maxCases: seldom(fc.nat(5)),
});

/** Sizes, minima, destinations and millilitres, and so few cases that every plan can be tried. */
export const tinySizedProblem: fc.Arbitrary<Problem> = fc
  .record({
    seed: fc.constantFrom('a', 'b'),
    lots: fc.array(lot, { minLength: 1, maxLength: 3 }),
    groups: fc.array(group, { minLength: 1, maxLength: 3 }),
    lock: fc.nat(5),
  })
  .map(({ seed, lock, ...lists }) => {
    const lots = lists.lots.map((fields, i) => ({ id: `L${i}`, ...fields }));
    const groups = lists.groups.map((fields, i) => ({ id: `G${i}`, ...fields }));
    const problem = { format: 'wakachi.problem/1', seed, arrivalDate: '2026-12-10', measure: 'units', policy: 'leximin', lots, groups };
    return withLocks(JSON.parse(JSON.stringify(problem)) as Problem, lock === 0 ? [{ lot: 'L0', group: 'G0', cases: 2 }] : []);
  });

/** Every plan that keeps every rule; null when there are too many to try. */
export function everySizedPlan(problem: Problem): PlainPlan[] | null {
  return everyPlan(problem, 5_000)?.filter((plan) => keepsMinima(problem, plan) && keepsMillilitres(problem, plan)) ?? null;
}

function keepsMinima(problem: Problem, plan: PlainPlan): boolean {
  return problem.lots.every((one) => {
    const held = problem.groups
      .map(({ id, need }) => ({ need, cases: plan.get(pairOf(one.id, id)) ?? 0 }))
      .filter(({ cases }) => cases > 0);
    const least = (need: number) => Math.max(one.minCasesPerGroup ?? 1, one.onePerHousehold ? Math.ceil(need / one.unitsPerCase) : 1);
    return held.length <= (one.maxGroups ?? Infinity) && held.every(({ need, cases }) => cases >= least(need));
  });
}

function keepsMillilitres(problem: Problem, plan: PlainPlan): boolean {
  return problem.groups.every((one) =>
    Object.entries(one.capacityMillilitres ?? {}).every(([name, most]) => {
      const lots = problem.lots.filter(({ temperature }) => temperature === name);
      const filled = lots.reduce((sum, { id, caseMillilitres = 0 }) => sum + caseMillilitres * (plan.get(pairOf(id, one.id)) ?? 0), 0);
      return filled <= most;
    }),
  );
}

export function placedIn(problem: Problem, plan: PlainPlan): number {
  return casesOf(problem, plan, null, null);
}
