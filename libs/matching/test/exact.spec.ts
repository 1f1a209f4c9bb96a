import * as fc from 'fast-check';
import { verifySolution } from '../src/index.js';
import { exactAccount } from './naive/account.js';
import { compareWorth, everyPlan, type Worth, worthOf } from './naive/brute-force.js';
import { solveByHand } from './naive/reference-solver.js';
import { randomExactProblem } from './random-exact-problem.js';

const small = randomExactProblem({ lots: 6, groups: 5, cases: 6 });
const tiny = randomExactProblem({ lots: 3, groups: 3, cases: 2 });

describe('the checker, on problems that the contract calls exact', () => {
  it('accepts every plan of the reference solver with its account', () => {
    fc.assert(
      fc.property(small, (problem) => {
        expect(verifySolution(problem, exactAccount(problem, solveByHand(problem)))).toEqual([]);
      }),
      { numRuns: 250 },
    );
  });

  it('accepts, of all plans there are, the best by brute force and no other', () => {
    const judged = { best: 0, 'too few cases': 0, 'other keys': 0, 'later dates': 0 };
    fc.assert(
      fc.property(tiny, (problem) => {
        const plans = everyPlan(problem, 200);
        if (plans === null) return;
        const worths = plans.map((plan) => worthOf(problem, plan));
        const [best] = worths.toSorted(compareWorth) as [Worth];
        for (const [i, plan] of plans.entries()) {
          const verdict = verdictOf(worths[i] as Worth, best);
          judged[verdict] += 1;
          const holds = verifySolution(problem, exactAccount(problem, plan)).length === 0;
          expect([holds, plan]).toEqual([verdict === 'best', plan]);
        }
      }),
      { numRuns: 300, seed: 4 },
    );
    for (const times of Object.values(judged)) expect(times).toBeGreaterThan(20);
  });
});

function verdictOf(worth: Worth, best: Worth) {
  if (compareWorth(worth, best) === 0) return 'best';
  if (worth.placed < best.placed) return 'too few cases';
  return compareWorth({ ...worth, byDate: [] }, { ...best, byDate: [] }) === 0 ? 'later dates' : 'other keys';
}
