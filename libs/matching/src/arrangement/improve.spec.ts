import * as fc from 'fast-check';
import { aGroup, aLot, aProblem, awardsOf, solve } from '../../test/builders.js';
import { randomProblem } from '../../test/random-problem.js';
import type { Problem } from '../index.js';
import type { Plan } from '../plan/plan.js';
import { lotByLot } from '../policies/lot-by-lot.js';
import { awards } from '../report/awards.js';
import { survey } from '../report/survey.js';
import { failingRule } from '../rules/failing-rule.js';
import { leastGrant } from '../rules/least-grant.js';
import { type TerrainGroup, terrainOf } from '../rules/terrain.js';
import { improve } from './improve.js';

/** On problems of every kind, from a plan that knows nothing of assortments. */
function holds(check: (before: Plan, after: Plan) => void): void {
  fc.assert(
    fc.property(randomProblem, (problem: Problem) => {
      const { plan } = lotByLot(terrainOf(problem));
      check(plan, improve(plan));
    }),
    { numRuns: 120 },
  );
}

describe('exchanges', () => {
  it('change no level and no lot’s number of placed cases', () => {
    holds((before, after) => {
      for (const group of before.terrain.groups) expect(after.awarded(group)).toBe(before.awarded(group));
      for (const lot of before.terrain.lots) expect(after.left(lot)).toBe(before.left(lot));
    });
  });

  it('break no rule, no minimum, no lock and no number of destinations', () => {
    holds(({ terrain }, after) => {
      for (const lot of terrain.lots) {
        const holders = after.holders(lot);
        expect(holders.size).toBeLessThanOrEqual(lot.source.maxGroups ?? Number.POSITIVE_INFINITY);
        for (const [index, cases] of holders) {
          const group = terrain.groups[index] as (typeof terrain.groups)[number];
          expect(failingRule(terrain, lot, group)).toBeNull();
          const lock = terrain.locks.get(lot.index * terrain.groups.length + index);
          if (lock === undefined) expect(cases).toBeGreaterThanOrEqual(leastGrant(lot, group));
          else expect(cases).toBe(lock);
        }
      }
    });
  });

  it('leave no case over that has found room', () => {
    holds((before, after) => {
      for (const lot of before.terrain.lots) {
        for (const group of before.terrain.groups) {
          if (failingRule(before.terrain, lot, group) !== null || before.nextGrant(lot, group) > 0) continue;
          expect(after.nextGrant(lot, group)).toBe(0);
        }
      }
    });
  });

  it('never narrow the assortment', () => {
    holds((before, after) => {
      const kinds = (plan: Plan) => survey(plan).groups.reduce((sum, { receivedCategories }) => sum + receivedCategories.size, 0);
      expect(kinds(after)).toBeGreaterThanOrEqual(kinds(before));
    });
  });

  it('lead back to the plan before, where one is given', () => {
    const lots = Array.from({ length: 4 }, (_, i) => aLot({ id: `L${i}`, cases: 4 }));
    const groups = Array.from({ length: 4 }, (_, i) => aGroup({ id: `G${i}` }));
    const previous = lots.map(({ id }, i) => ({ lot: id, group: `G${i}`, cases: 4 }));
    const { plan } = lotByLot(terrainOf(aProblem({ lots, groups, previous })));
    expect(awards(plan)).toHaveLength(16);
    expect(awards(improve(plan))).toEqual(previous);
  });

  it('lead goods over the lanes that cost least, at the same levels', () => {
    const lots = ['tokyo', 'osaka'].flatMap((hub) => [1, 2, 3].map((i) => aLot({ id: `${hub}${i}`, hub, cases: 4 })));
    const groups = ['near tokyo', 'near osaka'].map((id) => aGroup({ id }));
    const lanes = lots.flatMap(({ hub }, i) =>
      i % 3 > 0
        ? []
        : groups.map(({ id }) => ({
            hub: hub as string,
            group: id,
            transitDays: 1,
            costPerDelivery: id === `near ${hub}` ? 500 : 900,
            costPerCase: 0,
          })),
    );
    const { plan } = lotByLot(terrainOf(aProblem({ lots, groups, lanes })));
    const after = improve(plan);
    expect(awards(after).map(({ lot, group, cases }) => [lot.slice(0, 5), group, cases])).toEqual([
      ...[1, 2, 3].map(() => ['osaka', 'near osaka', 4]),
      ...[1, 2, 3].map(() => ['tokyo', 'near tokyo', 4]),
    ]);
    for (const { index } of plan.terrain.groups) expect(after.awarded(groupAt(after, index))).toBe(plan.awarded(groupAt(plan, index)));
  });

  it('keep a delivery that is locked, and make no other in its place', () => {
    const lots = [aLot({ id: 'tokyo', hub: 'tokyo', cases: 10 }), aLot({ id: 'osaka', hub: 'osaka', cases: 6 })];
    const groups = ['G1', 'G2'].map((id) => aGroup({ id }));
    const solution = solve({ policy: 'leximin', lots, groups, locks: [{ lot: 'tokyo', group: 'G2', cases: 2 }] });
    expect(awardsOf(solution)).toEqual(['osaka G2 6', 'tokyo G1 8', 'tokyo G2 2']);
  });
});

function groupAt({ terrain }: Plan, index: number): TerrainGroup {
  return terrain.groups[index] as TerrainGroup;
}
