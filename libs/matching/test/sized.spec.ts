import * as fc from 'fast-check';
import { allocate, type Problem, serialiseSolution, validateProblem, verifySolution } from '../src/index.js';
import { randomProblem, reversed } from './random-problem.js';

/** Almost all of them are outside the exact core: sizes, minima, destinations and millilitres as they come. */
const problems = randomProblem.map((problem): Problem => ({ ...problem, policy: 'leximin' }));
const solutionOf = (problem: Problem) => allocate(validateProblem(problem));

describe('leximin, whatever the problem', () => {
  it('gives a plan whose rules, bound, shortfall and reasons the checker finds to hold', () => {
    let inexact = 0;
    fc.assert(
      fc.property(problems, (problem) => {
        const solution = solutionOf(problem);
        expect(verifySolution(problem, solution)).toEqual([]);
        if (!solution.certificate.exact) inexact += 1;
      }),
      { numRuns: 200 },
    );
    expect(inexact).toBeGreaterThan(150);
  });

  it('places no more than its bound, and tells every group what stopped it', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const { metrics, certificate, reasons } = solutionOf(problem);
        expect(metrics.placed).toBeLessThanOrEqual(certificate.placedBound as number);
        for (const { id } of problem.groups) expect(reasons.some(({ group }) => group === id)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('gives the same bytes twice, and in whatever order the input stands', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const bytes = serialiseSolution(solutionOf(problem));
        expect(serialiseSolution(solutionOf(structuredClone(problem)))).toBe(bytes);
        expect(serialiseSolution(solutionOf(reversed(problem)))).toBe(bytes);
      }),
      { numRuns: 100 },
    );
  });
});
