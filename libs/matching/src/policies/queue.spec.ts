import * as fc from 'fast-check';
import { aGroup, aLot, awardsOf, solve } from '../../test/builders.js';
import { randomProblem } from '../../test/random-problem.js';
import { allocate } from '../index.js';
import type { Problem } from '../problem/problem.js';

const queue = (fields: Partial<Problem>) => awardsOf(solve({ policy: 'queue', ...fields }));
const two = (first: object = {}, second: object = {}) => [aGroup({ id: 'G1', ...first }), aGroup({ id: 'G2', ...second })];

describe('the queue', () => {
  it('lets the lowest level take a case, and then go to the place that its new level gives it', () => {
    expect(queue({ lots: [aLot({ cases: 6 })], groups: two({ need: 10 }, { need: 20 }) })).toEqual(['L1 G1 2', 'L1 G2 4']);
  });

  it('counts what was received before', () => {
    expect(queue({ lots: [aLot({ cases: 6 })], groups: two({ received: 4 }) })).toEqual(['L1 G1 1', 'L1 G2 5']);
  });

  it('takes the earliest date first, undated last, then by id', () => {
    const lots = [
      aLot({ id: 'A', cases: 4 }),
      aLot({ id: 'B', cases: 4, effectiveUntil: '2027-03-01' }),
      aLot({ id: 'C', cases: 4, effectiveUntil: '2026-12-20' }),
      aLot({ id: 'D', cases: 4, effectiveUntil: '2027-03-01' }),
    ];
    expect(queue({ lots, groups: [aGroup({ maxCases: 10 })] })).toEqual(['B G1 4', 'C G1 4', 'D G1 2']);
  });

  it('lets the head choose the category that it has the fewest cases of, and there the earliest date', () => {
    const lots = [
      aLot({ id: 'A', cases: 9, category: 'rice', effectiveUntil: '2026-12-20' }),
      aLot({ id: 'B', cases: 9, category: 'tea', effectiveUntil: '2027-03-01' }),
      aLot({ id: 'C', cases: 1, category: 'tea', effectiveUntil: '2026-12-31' }),
    ];
    expect(queue({ lots, groups: [aGroup({ maxCases: 5 })] })).toEqual(['A G1 3', 'B G1 1', 'C G1 1']);
  });

  it('counts what was locked when it chooses', () => {
    const lots = [aLot({ id: 'A', category: 'rice', effectiveUntil: '2026-12-20' }), aLot({ id: 'B', category: 'tea' })];
    const locks = [{ lot: 'A', group: 'G1', cases: 2 }];
    expect(queue({ lots: [...lots, aLot({ id: 'C', category: 'rice' })], locks, groups: [aGroup({ maxCases: 5 })] })).toEqual([
      'A G1 2',
      'B G1 3',
    ]);
  });

  it('goes on with the next lot when a group has the most of one, and lets a group that is full go', () => {
    const lots = [aLot({ id: 'L1', cases: 9, maxCasesPerGroup: 2 }), aLot({ id: 'L2', cases: 3 })];
    expect(queue({ lots, groups: two({ maxCases: 3 }) })).toEqual(['L1 G1 2', 'L1 G2 2', 'L2 G1 1', 'L2 G2 2']);
  });

  it('starts a group on a lot with its minimum, or not at all', () => {
    const groups = [...two({ need: 30 }, { need: 20 }), aGroup({ id: 'G3', need: 10 })];
    expect(queue({ lots: [aLot({ cases: 7, minCasesPerGroup: 3 })], groups })).toEqual(['L1 G1 4', 'L1 G2 3']);
  });

  it('keeps locks exactly, and stops at the most destinations', () => {
    const groups = [...two({ need: 30 }, { need: 20 }), aGroup({ id: 'G3', need: 10 })];
    const locks = [{ lot: 'L1', group: 'G3', cases: 7 }];
    expect(queue({ lots: [aLot({ maxGroups: 2 })], groups, locks })).toEqual(['L1 G1 3', 'L1 G3 7']);
  });

  it('answers a round without lots or without groups', () => {
    expect(queue({ lots: [] })).toEqual([]);
    expect(queue({ groups: [] })).toEqual([]);
  });

  it('gives what lot by lot gives when there is nothing to choose between: all lots of one category', () => {
    fc.assert(
      fc.property(randomProblem, (problem) => {
        const alike = { ...problem, lots: problem.lots.map((lot) => ({ ...lot, category: 'rice' })) };
        expect(allocate({ ...alike, policy: 'queue' }).awards).toEqual(allocate({ ...alike, policy: 'lot-by-lot' }).awards);
      }),
      { numRuns: 100 },
    );
  });
});
