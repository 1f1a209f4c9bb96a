import * as fc from 'fast-check';
import { allocate, type Problem, type Solution, verifySolution } from '../src/index.js';
import { sizedLeximin } from '../src/policies/leximin/sized/sized-leximin.js';
import { report } from '../src/report/report.js';
import { terrainOf } from '../src/rules/terrain.js';
import { aGroup, aLot, aProblem } from './builders.js';
import { filledPlan } from './naive/account.js';
import { everyEntryMisplaced, everyLeafChanged } from './tampered.js';
import { tinySizedProblem } from './tiny-sized-problem.js';

const mixed = aProblem({
  policy: 'leximin',
  measure: 'units',
  lots: [
    aLot({ id: 'L1', cases: 30, hub: 'tokyo', category: 'noodles', maxCasesPerGroup: 8 }),
    aLot({ id: 'L2', cases: 12, unitsPerCase: 5, temperature: 'frozen', maxGroups: 2, effectiveUntil: '2026-12-31' }),
    aLot({ id: 'L3', cases: 9, unitsPerCase: 7, minCasesPerGroup: 4, category: 'rice' }),
  ],
  groups: [
    aGroup({ id: 'G1', need: 40, capacityCases: { frozen: 3 } }),
    aGroup({ id: 'G2', need: 25, received: 2, maxCases: 9 }),
    aGroup({ id: 'G3', need: 60, capacityCases: { frozen: 0 }, refusesCategories: ['rice'] }),
  ],
  locks: [{ lot: 'L1', group: 'G1', cases: 4 }],
  previous: [{ lot: 'L1', group: 'G2', cases: 8 }],
});
const instances: [string, Problem][] = [
  ['a mixed round', mixed],
  ...fc
    .sample(tinySizedProblem, { numRuns: 200, seed: 3 })
    .filter((problem) => !allocate(problem).certificate.exact && allocate(problem).awards.length > 2)
    .slice(0, 6)
    .map((problem, i): [string, Problem] => [`random round ${i}`, problem]),
];

describe.each(instances)('%s', (_, problem) => {
  const solution = allocate(problem);
  const holds = (changed: Solution) => verifySolution(problem, changed).length === 0;

  it('holds as it is', () => {
    expect(verifySolution(problem, solution)).toEqual([]);
  });

  it('does not hold with any figure, text, bound or hash changed, anywhere', () => {
    for (const changed of everyLeafChanged(solution)) {
      if (changed.engine === solution.engine) expect([holds(changed), changed]).toEqual([false, changed]);
    }
  });

  it('does not hold with any entry left out or given twice, or with another certificate', () => {
    for (const changed of everyEntryMisplaced(solution)) expect(holds(changed)).toBe(false);
    const { placedBound, shortfall } = solution.certificate;
    const others = [
      { exact: false },
      { exact: true, placedBound, shortfall },
      { exact: false, placedBound },
      { ...solution.certificate, potentials: {} },
    ];
    for (const certificate of others) expect(holds({ ...solution, certificate } as Solution)).toBe(false);
  });

  it('does not hold when a case that could be given outright is left, though all the accounts are honest', () => {
    for (const [i, award] of solution.awards.entries()) {
      const isLocked = problem.locks?.some(({ lot, group }) => lot === award.lot && group === award.group);
      if (isLocked || award.cases === 1) continue;
      const fewer = solution.awards.with(i, { ...award, cases: award.cases - 1 });
      const where = verifySolution(problem, honest(problem, fewer)).map((violation) => violation.where);
      expect(where.some((place) => place === '/unplaced' || place.startsWith('/awards'))).toBe(true);
    }
  });
});

/** What the engine itself would say of these awards, its own bound included: nothing is wrong with it but the plan. */
function honest(problem: Problem, awards: Solution['awards']): Solution {
  const { usedUpReason, certificate } = sizedLeximin(terrainOf(problem));
  return report('leximin', { plan: filledPlan(problem, awards), certificate, ...(usedUpReason && { usedUpReason }) });
}
