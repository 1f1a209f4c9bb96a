import * as fc from 'fast-check';
import { allocate, validateProblem } from '../src/index.js';
import { bruteForce, figuresOf } from './brute-force.js';
import { tinyProblem } from './exact-problem.js';

it('leximin is the best of all plans in the contract’s order, on thousands of problems small enough to try them all', () => {
  fc.assert(
    fc.property(tinyProblem, (problem) => {
      expect(figuresOf(problem, allocate(validateProblem(problem)))).toEqual(bruteForce(problem));
    }),
    { numRuns: 3_000 },
  );
});
