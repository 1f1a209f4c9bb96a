import * as fc from 'fast-check';
import { aGroup, aLot, awardsOf, solve } from '../../../test/builders.js';
import { ProblemMalformed } from '../../index.js';
import type { Problem, ProblemGroup } from '../../problem/problem.js';

const groupsOf = (...needs: number[]) => needs.map((need, i) => aGroup({ id: `G${i + 1}`, need }));
const proRata = (fields: Partial<Problem>) => awardsOf(solve({ policy: 'pro-rata', ...fields }));

describe('pro rata', () => {
  it('shares a lot out in proportion to need', () => {
    expect(proRata({ lots: [aLot({ cases: 6 })], groups: groupsOf(10, 20, 30) })).toEqual(['L1 G1 1', 'L1 G2 2', 'L1 G3 3']);
  });

  it('gives the cases that are left to the largest remainders', () => {
    // Quotas of 10 cases by 5, 3 and 1: 5.56, 3.33 and 1.11.
    expect(proRata({ lots: [aLot({ cases: 10 })], groups: groupsOf(5, 3, 1) })).toEqual(['L1 G1 6', 'L1 G2 3', 'L1 G3 1']);
  });

  it('breaks a tie of remainders for the larger need', () => {
    // Quotas of 3 cases by 1, 3 and 2: one half, one and a half, and one.
    expect(proRata({ lots: [aLot({ cases: 3 })], groups: groupsOf(1, 3, 2) })).toEqual(['L1 G2 2', 'L1 G3 1']);
  });

  it('looks at each lot by itself, and not at what was received before', () => {
    const groups = [aGroup({ received: 100 }), aGroup({ id: 'G2' })];
    const lots = [aLot({ cases: 4 }), aLot({ id: 'L2', cases: 4, excludedGroups: ['G1'] })];
    expect(proRata({ lots, groups })).toEqual(['L1 G1 2', 'L1 G2 2', 'L2 G2 4']);
  });

  it('takes the lot with the earliest date first', () => {
    const lots = [aLot({ cases: 4 }), aLot({ id: 'L2', cases: 4, effectiveUntil: '2026-12-20' })];
    expect(proRata({ lots, groups: [aGroup({ maxCases: 5 })] })).toEqual(['L1 G1 1', 'L2 G1 4']);
  });

  it('gives the others in proportion what a group cannot take, as often as that fills another', () => {
    // 12 cases by 4, 1 and 1: G1 may have 2; of the other 10 G2 may have 3.
    const groups = [aGroup({ id: 'G1', need: 4, maxCases: 2 }), aGroup({ id: 'G2', need: 1, maxCases: 3 }), aGroup({ id: 'G3', need: 1 })];
    expect(proRata({ lots: [aLot({ cases: 12 })], groups })).toEqual(['L1 G1 2', 'L1 G2 3', 'L1 G3 7']);
  });

  it('leaves what nobody can take', () => {
    expect(solve({ policy: 'pro-rata', lots: [aLot({ maxCasesPerGroup: 3 })], groups: groupsOf(1, 1) }).unplaced).toEqual([
      { lot: 'L1', cases: 4, reasons: [{ rule: 'lot-maximum', groups: 2 }] },
    ]);
  });

  it('lets the smaller needs stand back where not everybody can have the minimum', () => {
    expect(proRata({ lots: [aLot({ cases: 7, minCasesPerGroup: 3 })], groups: groupsOf(10, 30, 20) })).toEqual(['L1 G2 4', 'L1 G3 3']);
  });

  it('asks those again who stood back, when the others are full', () => {
    const lots = [aLot({ cases: 9, minCasesPerGroup: 4, maxCasesPerGroup: 4 })];
    expect(proRata({ lots, groups: groupsOf(50, 1, 49) })).toEqual(['L1 G1 4', 'L1 G3 4']);
    const wide = [aLot({ cases: 9, minCasesPerGroup: 2, maxCasesPerGroup: 4 })];
    expect(proRata({ lots: wide, groups: groupsOf(1, 50) })).toEqual(['L1 G1 4', 'L1 G2 4']);
  });

  it('gives one per household or none: where too few, to those whose share comes nearest', () => {
    const lots = [aLot({ cases: 5, unitsPerCase: 10, onePerHousehold: true })];
    // One per household is 3, 2 and 2 cases. 29 households come nearest to 3 cases of ten, then 19 to 2, then 11.
    expect(proRata({ lots, groups: groupsOf(29, 11, 19) })).toEqual(['L1 G1 3', 'L1 G3 2']);
  });

  it('goes to the largest needs where a lot may go to few groups', () => {
    expect(proRata({ lots: [aLot({ maxGroups: 2 })], groups: groupsOf(10, 30, 20) })).toEqual(['L1 G2 6', 'L1 G3 4']);
  });

  it('keeps locks exactly and shares the rest among the others', () => {
    const locks = [{ lot: 'L1', group: 'G1', cases: 7 }];
    expect(proRata({ locks, groups: groupsOf(10, 20, 10) })).toEqual(['L1 G1 7', 'L1 G2 2', 'L1 G3 1']);
  });

  it('answers a round without lots or without groups', () => {
    expect(proRata({ lots: [] })).toEqual([]);
    expect(proRata({ groups: [] })).toEqual([]);
  });

  it('refuses needs whose shares it could not compute exactly', () => {
    expect(() => proRata({ lots: [aLot({ cases: 2 })], groups: groupsOf(2 ** 51, 2 ** 51) })).toThrow(ProblemMalformed);
    expect(proRata({ lots: [aLot({ cases: 2 })], groups: groupsOf(2 ** 51, 2 ** 50) })).toEqual(['L1 G1 1', 'L1 G2 1']);
  });

  it('of one lot, whoever is below their most is within one case of the common proportion', () => {
    const claim = fc.record({ need: fc.integer({ min: 1, max: 50 }), maxCases: fc.option(fc.nat(20), { nil: undefined }) });
    fc.assert(
      fc.property(fc.array(claim, { minLength: 1, maxLength: 8 }), fc.integer({ min: 1, max: 200 }), (claims, cases) => {
        const groups = claims.map(
          ({ need, maxCases }, i): ProblemGroup => aGroup({ id: `G${i}`, need, ...(maxCases === undefined ? {} : { maxCases }) }),
        );
        const { levels } = solve({ policy: 'pro-rata', lots: [aLot({ cases })], groups });
        const below = levels.flatMap(({ awarded }, i) =>
          awarded < (claims[i]?.maxCases ?? cases) ? [{ awarded, need: claims[i]?.need as number }] : [],
        );
        // |a/m − b/n| < 1/m + 1/n, without the fractions; those at their most have no more than that.
        for (const a of below)
          for (const b of below) expect(Math.abs(a.awarded * b.need - b.awarded * a.need)).toBeLessThan(a.need + b.need);
        for (const [i, { awarded }] of levels.entries()) {
          for (const b of below)
            expect(awarded * b.need - b.awarded * (claims[i]?.need as number)).toBeLessThan(b.need + (claims[i]?.need as number));
        }
      }),
      { numRuns: 300 },
    );
  });
});
