import * as fc from 'fast-check';
import { randomProblem } from '../../test/random-problem.js';
import { failingRule } from '../rules/failing-rule.js';
import { terrainOf } from '../rules/terrain.js';
import { EligibleGroups } from './eligible-groups.js';

it('says of every pair what the rules say, and lists groups in the order that it was given', () => {
  fc.assert(
    fc.property(randomProblem, (problem) => {
      const terrain = terrainOf(problem);
      const order = terrain.groups.toReversed();
      const eligible = new EligibleGroups(terrain, order);
      for (const lot of terrain.lots) {
        const expected = order.filter((group) => failingRule(terrain, lot, group) === null);
        expect(eligible.of(lot)).toEqual(expected);
        expect(order.filter((group) => eligible.has(lot, group))).toEqual(expected);
      }
    }),
    { numRuns: 300 },
  );
});
