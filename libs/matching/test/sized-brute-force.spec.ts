import * as fc from 'fast-check';
import { allocate, validateProblem, verifySolution } from '../src/index.js';
import { everySizedPlan, placedIn, tinySizedProblem } from './tiny-sized-problem.js';

it('sized leximin, beside every plan there is, places nearly always the most, and its bound is below none of them', () => {
  let [tried, best] = [0, 0];
  fc.assert(
    fc.property(tinySizedProblem, (problem) => {
      const plans = everySizedPlan(problem);
      if (plans === null) return;
      const most = Math.max(...plans.map((plan) => placedIn(problem, plan)));
      const solution = allocate(validateProblem(problem));
      expect(verifySolution(problem, solution)).toEqual([]);
      expect(solution.metrics.placed).toBeLessThanOrEqual(most);
      expect(solution.certificate.placedBound).toBeGreaterThanOrEqual(most);
      tried += 1;
      if (solution.metrics.placed === most) best += 1;
    }),
    { numRuns: 400, seed: 5 },
  );
  expect(tried).toBeGreaterThan(300);
  expect(best).toBeGreaterThanOrEqual(tried * 0.98);
});
