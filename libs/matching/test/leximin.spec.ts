import * as fc from 'fast-check';
import { allocate, serialiseSolution, validateProblem, verifySolution } from '../src/index.js';
import { exactProblem, tinyProblem } from './exact-problem.js';
import { randomExactProblem } from './random-exact-problem.js';
import { reversed } from './random-problem.js';

describe('leximin, whatever the exact problem', () => {
  it.each([
    ['of every field of the contract', exactProblem, 400],
    ['of many ties', randomExactProblem({ lots: 12, groups: 10, cases: 8 }), 400],
    ['that is tiny', tinyProblem, 400],
  ])('%s, gives a solution that the checker accepts', (_, problems, numRuns) => {
    fc.assert(
      fc.property(problems, (problem) => {
        expect(verifySolution(problem, allocate(validateProblem(problem)))).toEqual([]);
      }),
      { numRuns },
    );
  });

  it('gives the same bytes twice, and in whatever order the input stands', () => {
    fc.assert(
      fc.property(exactProblem, (problem) => {
        const bytes = serialiseSolution(allocate(problem));
        expect(serialiseSolution(allocate(structuredClone(problem)))).toBe(bytes);
        expect(serialiseSolution(allocate(reversed(problem)))).toBe(bytes);
      }),
      { numRuns: 200 },
    );
  });
});
