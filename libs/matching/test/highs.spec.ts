import * as fc from 'fast-check';
import { loadHighs, solveByHighs } from '../../../test/bench/matching/highs-model.mjs';
import { solveCore } from '../src/core/solve-core.js';
import { coreOf } from './core-totals.js';
import { exactProblem } from './exact-problem.js';
import { randomExactProblem } from './random-exact-problem.js';

describe('HiGHS, given the same objectives as a linear programme, places as much and fills every group alike', () => {
  it.each([
    ['every field of the contract', exactProblem],
    ['many ties', randomExactProblem({ lots: 20, groups: 12, cases: 12 })],
  ])('on problems with %s', async (_, problems) => {
    const highs = await loadHighs();
    fc.assert(
      fc.property(problems, (problem) => {
        const core = coreOf(problem);
        expect([...solveCore(core).total]).toEqual([...solveByHighs(core, highs)]);
      }),
      { numRuns: 200 },
    );
  });
});
