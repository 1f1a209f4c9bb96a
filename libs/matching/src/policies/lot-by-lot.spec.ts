import { canonicalJson, sha256 } from '@wakachi/kernel';
import { aGroup, aLot, awardsOf, solve } from '../../test/builders.js';

const two = (first: object = {}, second: object = {}) => [aGroup({ id: 'G1', ...first }), aGroup({ id: 'G2', ...second })];

describe('lot by lot', () => {
  it('gives each next case to the group with the lowest level', () => {
    expect(awardsOf(solve({ lots: [aLot({ cases: 6 })], groups: two({ need: 10 }, { need: 20 }) }))).toEqual(['L1 G1 2', 'L1 G2 4']);
  });

  it('counts what was received before', () => {
    expect(awardsOf(solve({ lots: [aLot({ cases: 6 })], groups: two({ received: 4 }) }))).toEqual(['L1 G1 1', 'L1 G2 5']);
  });

  it('counts a case by the measure', () => {
    const lots = [
      aLot({ id: 'L1', cases: 1, unitsPerCase: 30, effectiveUntil: '2026-12-11' }),
      aLot({ id: 'L2', cases: 3, unitsPerCase: 10 }),
    ];
    expect(awardsOf(solve({ measure: 'units', lots, groups: two({ need: 11 }, { need: 10 }) }))).toEqual(['L1 G1 1', 'L2 G2 3']);
  });

  it('breaks a tie for the larger need', () => {
    expect(awardsOf(solve({ lots: [aLot({ cases: 1 })], groups: two({ need: 3 }, { need: 4 }) }))).toEqual(['L1 G2 1']);
  });

  it('breaks a tie of equal needs by the hash of seed and id', () => {
    const hash = (id: string) => sha256(canonicalJson(['2026-winter', id]));
    const first = hash('G1') < hash('G2') ? 'G1' : 'G2';
    expect(awardsOf(solve({ seed: '2026-winter', lots: [aLot({ cases: 1 })], groups: two() }))).toEqual([`L1 ${first} 1`]);
  });

  it('takes the lot with the earliest date first, undated ones last, then by id', () => {
    const lots = [
      aLot({ id: 'A', cases: 4 }),
      aLot({ id: 'B', cases: 4, effectiveUntil: '2027-03-01' }),
      aLot({ id: 'C', cases: 4, effectiveUntil: '2026-12-20' }),
      aLot({ id: 'D', cases: 4, effectiveUntil: '2027-03-01' }),
    ];
    expect(awardsOf(solve({ lots, groups: [aGroup({ maxCases: 10 })] }))).toEqual(['B G1 4', 'C G1 4', 'D G1 2']);
  });

  it('orders ids by UTF-16 code units, in which an emoji stands before a full-width letter', () => {
    const lots = [aLot({ id: 'ａ', cases: 4 }), aLot({ id: '🍚', cases: 4 })];
    expect(awardsOf(solve({ lots, groups: [aGroup({ maxCases: 5 })] }))).toEqual(['🍚 G1 4', 'ａ G1 1']);
  });

  it('compares levels exactly where doubles would call them equal', () => {
    const groups = two({ need: 2 ** 52, received: 2 ** 51 }, { need: 2 ** 52 - 1, received: 2 ** 51 - 1 });
    expect(awardsOf(solve({ lots: [aLot({ cases: 1 })], groups }))).toEqual(['L1 G2 1']);
  });

  it('starts a group on a lot with its minimum, or not at all', () => {
    const lots = [aLot({ cases: 7, minCasesPerGroup: 3 })];
    expect(awardsOf(solve({ lots, groups: [...two({ need: 30 }, { need: 20 }), aGroup({ id: 'G3', need: 10 })] }))).toEqual([
      'L1 G1 4',
      'L1 G2 3',
    ]);
  });

  it('gives one per household or none: the need in cases, rounded up', () => {
    const lots = [aLot({ cases: 4, unitsPerCase: 12, onePerHousehold: true })];
    expect(awardsOf(solve({ lots, groups: two({ need: 25 }, { need: 24 }) }))).toEqual(['L1 G1 4']);
  });

  it('stops at the maximum of a lot per group', () => {
    expect(awardsOf(solve({ lots: [aLot({ maxCasesPerGroup: 4 })] }))).toEqual(['L1 G1 4']);
  });

  it('stops at the request', () => {
    const requests = [{ lot: 'L1', group: 'G1', maxCases: 3 }];
    expect(awardsOf(solve({ requests, groups: two() }))).toEqual(['L1 G1 3']);
  });

  it('stops at the most destinations of a lot', () => {
    const groups = [...two({ need: 30 }, { need: 20 }), aGroup({ id: 'G3', need: 10 })];
    expect(solve({ lots: [aLot({ maxGroups: 2 })], groups }).awards.map(({ group }) => group)).toEqual(['G1', 'G2']);
  });

  it("stops at the group's ceiling over all lots", () => {
    expect(awardsOf(solve({ lots: [aLot({ cases: 3 }), aLot({ id: 'L2' })], groups: [aGroup({ maxCases: 5 })] }))).toEqual([
      'L1 G1 3',
      'L2 G1 2',
    ]);
  });

  it('stops at the capacity in cases of its temperature class over all lots', () => {
    const lots = [aLot({ cases: 3, temperature: 'frozen' }), aLot({ id: 'L2', temperature: 'frozen' }), aLot({ id: 'L3' })];
    expect(awardsOf(solve({ lots, groups: [aGroup({ capacityCases: { frozen: 4 } })] }))).toEqual(['L1 G1 3', 'L2 G1 1', 'L3 G1 10']);
  });

  it('stops at the capacity in millilitres, and both capacities hold', () => {
    const lots = [aLot({ caseMillilitres: 300 })];
    const capacityMillilitres = { ambient: 1000 };
    expect(awardsOf(solve({ lots, groups: [aGroup({ capacityMillilitres })] }))).toEqual(['L1 G1 3']);
    expect(awardsOf(solve({ lots, groups: [aGroup({ capacityMillilitres, capacityCases: { ambient: 2 } })] }))).toEqual(['L1 G1 2']);
  });

  it('places locks first, exactly, and counts them', () => {
    const locks = [{ lot: 'L1', group: 'G1', cases: 7 }];
    expect(awardsOf(solve({ locks, groups: two() }))).toEqual(['L1 G1 7', 'L1 G2 3']);
    expect(awardsOf(solve({ locks, groups: two({ maxCases: 7 }), lots: [aLot({ cases: 8 }), aLot({ id: 'L2' })] }))).toEqual([
      'L1 G1 7',
      'L1 G2 1',
      'L2 G2 10',
    ]);
  });

  it('gives a pair that is locked at 0 nothing', () => {
    expect(awardsOf(solve({ locks: [{ lot: 'L1', group: 'G1', cases: 0 }], groups: two() }))).toEqual(['L1 G2 10']);
  });

  it('answers a round without lots or without groups', () => {
    expect(solve({ lots: [] }).awards).toEqual([]);
    expect(solve({ groups: [] }).unplaced).toEqual([{ lot: 'L1', cases: 10, reasons: [] }]);
  });
});
