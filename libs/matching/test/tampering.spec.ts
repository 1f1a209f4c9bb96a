import * as fc from 'fast-check';
import { allocate, type Problem, type ProblemAward, type Solution, verifySolution } from '../src/index.js';
import { report } from '../src/report/report.js';
import { aGroup, aLot, aProblem } from './builders.js';
import { filledPlan } from './naive/account.js';
import { randomProblem } from './random-problem.js';
import { everyEntryMisplaced, everyLeafChanged } from './tampered.js';

const mixed = aProblem({
  lots: [
    aLot({ id: 'L1', cases: 30, hub: 'tokyo', category: 'noodles', maxCasesPerGroup: 8 }),
    aLot({ id: 'L2', cases: 12, temperature: 'frozen', category: 'ice', donor: 'D1', effectiveUntil: '2026-12-31' }),
    aLot({ id: 'L3', cases: 9, minCasesPerGroup: 4, category: 'rice' }),
  ],
  groups: [
    aGroup({ id: 'G1', need: 40, capacityCases: { frozen: 3 } }),
    aGroup({ id: 'G2', need: 25, received: 2, maxCases: 9 }),
    aGroup({ id: 'G3', need: 60, capacityCases: { frozen: 0 }, refusesCategories: ['rice'] }),
  ],
  locks: [{ lot: 'L1', group: 'G1', cases: 4 }],
  previous: [{ lot: 'L1', group: 'G2', cases: 8 }],
});
/** The random ones are drawn by a fixed seed: several instances, the same on every run. */
const instances: [string, Problem][] = [
  ['a mixed round', mixed],
  ['a mixed round, pro rata', { ...mixed, policy: 'pro-rata' }],
  ['a mixed round, by the queue', { ...mixed, policy: 'queue' }],
  ...fc
    .sample(randomProblem, { numRuns: 400, seed: 7 })
    .filter((problem) => allocate(problem).awards.length > 3 && allocate(problem).unplaced.length > 0)
    .slice(0, 10)
    .map((problem, i): [string, Problem] => [`random round ${i}`, problem]),
];

function withAward(solution: Solution, lot: string, group: string, change: number): Solution {
  const changed = solution.awards.map((award) =>
    award.lot === lot && award.group === group ? { ...award, cases: award.cases + change } : award,
  );
  const isNew = !solution.awards.some((award) => award.lot === lot && award.group === group);
  const added: ProblemAward[] = isNew ? [{ lot, group, cases: change }] : [];
  const awards = [...changed, ...added].filter((award) => award.cases > 0);
  return { ...solution, awards: awards.sort((a, b) => (a.lot + a.group < b.lot + b.group ? -1 : 1)) };
}

describe.each(instances)('%s', (_, problem) => {
  const solution = allocate(problem);
  const holds = (changed: Solution) => verifySolution(problem, changed).length === 0;

  it('holds as it is', () => {
    expect(verifySolution(problem, solution)).toEqual([]);
  });

  it('does not hold with one case added to, taken from or moved between any awards', () => {
    for (const { lot, group } of solution.awards) {
      expect(holds(withAward(solution, lot, group, 1))).toBe(false);
      expect(holds(withAward(solution, lot, group, -1))).toBe(false);
      for (const other of problem.groups) {
        if (other.id !== group) expect(holds(withAward(withAward(solution, lot, group, -1), lot, other.id, 1))).toBe(false);
      }
    }
  });

  it('does not hold with any figure or text changed, anywhere', () => {
    for (const changed of everyLeafChanged(solution)) {
      if (changed.engine === solution.engine) expect([holds(changed), changed]).toEqual([false, changed]);
    }
  });

  it('does not hold with any entry left out or given twice', () => {
    for (const changed of everyEntryMisplaced(solution)) expect(holds(changed)).toBe(false);
  });

  it('does not hold when one case is taken away and all the accounts are made to fit', () => {
    for (const { lot, group } of solution.awards) {
      expect(holds(honestReportOf(problem, withAward(solution, lot, group, -1).awards))).toBe(false);
    }
  });

  it('holds when the accounts of the very same plan are made afresh', () => {
    expect(honestReportOf(problem, solution.awards)).toEqual(solution);
  });
});

/** What the engine itself would say of these awards: nothing is wrong with it but the plan. */
function honestReportOf(problem: Problem, awards: readonly ProblemAward[]): Solution {
  return report(problem.policy ?? 'lot-by-lot', { plan: filledPlan(problem, awards), certificate: { exact: false } });
}
