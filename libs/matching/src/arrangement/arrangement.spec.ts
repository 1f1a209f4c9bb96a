import * as fc from 'fast-check';
import { aGroup, aLot, awardsOf, solve } from '../../test/builders.js';
import { exactProblem } from '../../test/exact-problem.js';
import { randomExactProblem } from '../../test/random-exact-problem.js';
import { solveCore } from '../core/solve-core.js';
import { allocate, type Problem } from '../index.js';
import { Plan } from '../plan/plan.js';
import { coreProblemOf } from '../policies/leximin/core-problem-of.js';
import { seededOrder } from '../policies/seeded-order.js';
import { terrainOf } from '../rules/terrain.js';

const leximin = (fields: Partial<Problem>) => solve({ policy: 'leximin', ...fields });
const groups = (count: number, fields: object = {}) => Array.from({ length: count }, (_, i) => aGroup({ id: `G${i + 1}`, ...fields }));

describe('where the cases go, at totals that are held', () => {
  it('deals a pooled lot out in proportion to need', () => {
    const lots = [
      aLot({ id: 'rice', hub: 'tokyo', cases: 6, category: 'rice' }),
      aLot({ id: 'tea', hub: 'tokyo', cases: 12, category: 'tea' }),
    ];
    const two = [aGroup({ id: 'G1', need: 10 }), aGroup({ id: 'G2', need: 20 })];
    expect(awardsOf(leximin({ lots, groups: two }))).toEqual(['rice G1 2', 'rice G2 4', 'tea G1 4', 'tea G2 8']);
  });

  it('gives everybody something of each category where there are cases for it', () => {
    const lots = ['rice', 'tea', 'soup', 'soap'].map((name) => aLot({ id: name, hub: 'tokyo', cases: 5, category: name }));
    const { metrics } = leximin({ lots, groups: groups(5) });
    expect(metrics.assortment).toEqual({ mean: '1.000000', worst: '1.000000' });
  });

  it('ships a direct lot to as few as can take it, and leaves them room for other goods', () => {
    const lots = [
      aLot({ id: 'direct', cases: 8, donor: 'D1', category: 'tea' }),
      aLot({ id: 'pooled', hub: 'tokyo', cases: 24, category: 'rice' }),
    ];
    const direct = awardsOf(leximin({ lots, groups: groups(4) })).filter((award) => award.startsWith('direct'));
    expect(direct.map((award) => award.split(' ')[2])).toEqual(['4', '4']);
  });

  it("ships a donor's lots to the same groups", () => {
    const direct = ['A', 'B', 'C'].map((id) => aLot({ id, cases: 2, donor: 'D1' }));
    const { metrics } = leximin({ lots: [...direct, aLot({ id: 'pooled', hub: 'tokyo', cases: 18 })], groups: groups(2) });
    // One by the donor, two from the hub.
    expect(metrics.deliveries).toBe(3);
  });

  it('exchanges cases until nobody lacks a category for no reason', () => {
    const lots = ['rice', 'tea', 'soup', 'soap'].flatMap((category, i) =>
      ['D1', 'D2', 'D3'].map((donor) => aLot({ id: `${category} ${donor}`, hub: i % 2 ? 'tokyo' : 'osaka', cases: 7, category, donor })),
    );
    const unequal = [5, 9, 20, 31, 3].map((need, i) => aGroup({ id: `G${i}`, need, capacityCases: { ambient: 30 } }));
    const { metrics, levels } = leximin({ lots, groups: unequal });
    const enough = levels.filter(({ awarded }) => awarded >= 4).length;
    expect(Number(metrics.assortment.mean)).toBeGreaterThanOrEqual(enough / unequal.length);
  });

  it('stays with the plan before as far as the totals allow', () => {
    const lots = ['A', 'B', 'C'].map((id) => aLot({ id, hub: 'tokyo', cases: 4 }));
    const previous = [
      { lot: 'A', group: 'G1', cases: 4 },
      { lot: 'B', group: 'G2', cases: 4 },
      { lot: 'C', group: 'G3', cases: 4 },
    ];
    expect(leximin({ lots, groups: groups(3), previous }).diff).toEqual([]);
    const locked = leximin({ lots, groups: groups(3), previous, locks: [{ lot: 'A', group: 'G1', cases: 2 }] });
    expect(locked.diff).toHaveLength(4);
    expect(locked.levels.map(({ awarded }) => awarded)).toEqual([4, 4, 4]);
  });

  it('changes nobody’s total and no lot’s cases', () => {
    const problems = fc.oneof(exactProblem, randomExactProblem({ lots: 10, groups: 8, cases: 8 }));
    fc.assert(
      fc.property(problems, (problem) => {
        const terrain = terrainOf(problem);
        const { core, groups: order } = coreProblemOf(new Plan(terrain), seededOrder(terrain));
        const solved = solveCore(core);
        const lockedIn = (field: 'lot' | 'group', id: string) =>
          (problem.locks ?? []).reduce((sum, lock) => sum + (lock[field] === id ? lock.cases : 0), 0);
        const { awards } = allocate({ ...problem, policy: 'leximin' });
        const awardedIn = (field: 'lot' | 'group', id: string) =>
          awards.reduce((sum, award) => sum + (award[field] === id ? award.cases : 0), 0);
        for (const [sink, { source }] of order.entries())
          expect(awardedIn('group', source.id) - lockedIn('group', source.id)).toBe(solved.total[sink]);
        for (const { index, source } of terrain.lots) expect(source.cases - awardedIn('lot', source.id)).toBe(solved.left[index]);
      }),
      { numRuns: 200 },
    );
  });
});
