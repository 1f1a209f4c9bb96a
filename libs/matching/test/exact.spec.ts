import * as fc from 'fast-check';
import { verifySolution } from '../src/index.js';
import { exactAccount } from './naive/account.js';
import { compareWorth, everyPlan, worthOf } from './naive/brute-force.js';
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
      { numRuns: 300 },
    );
  });

  it('accepts, of all plans there are, the best by brute force and no other', () => {
    let judged = 0;
    fc.assert(
      fc.property(tiny, (problem) => {
        const plans = everyPlan(problem, 200);
        if (plans === null) return;
        const worths = plans.map((plan) => worthOf(problem, plan));
        const [best] = worths.toSorted(compareWorth);
        for (const [i, plan] of plans.entries()) {
          const isBest = compareWorth(worths[i] as never, best as never) === 0;
          expect([verifySolution(problem, exactAccount(problem, plan)).length === 0, plan]).toEqual([isBest, plan]);
          judged += 1;
        }
      }),
      { numRuns: 400, seed: 4 },
    );
    expect(judged).toBeGreaterThan(5_000);
  });
});
