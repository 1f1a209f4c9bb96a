import * as fc from 'fast-check';
import { allocate, validateProblem } from '../src/index.js';
import { bruteForce, figuresOf } from './brute-force.js';
import { tinyProblem } from './exact-problem.js';
import { randomExactProblem } from './random-exact-problem.js';

describe('leximin is the best of all plans in the contract’s order, on problems small enough to try them all', () => {
  it.each([
    ['every field of the contract', tinyProblem],
    ['many ties and dates', randomExactProblem({ lots: 4, groups: 3, cases: 3 })],
  ])('with %s', (_, problems) => {
    fc.assert(
      fc.property(problems, (problem) => {
        expect(figuresOf(problem, allocate(validateProblem(problem)))).toEqual(bruteForce(problem));
      }),
      { numRuns: 1_000 },
    );
  });
});
