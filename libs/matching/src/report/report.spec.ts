import { aGroup, aLot, solve } from '../../test/builders.js';
import { reasonText } from '../text/reason-text.js';

const kinds = (solution: ReturnType<typeof solve>) => solution.reasons.map(({ group, kind }) => `${group} ${kind}`);
const rules = (solution: ReturnType<typeof solve>) =>
  solution.unplaced.flatMap(({ reasons }) => reasons.map(({ rule, groups }) => `${rule} ${groups}`));

describe('a leftover case of an eligible pair is explained by', () => {
  const full = { cases: 5 };
  it.each<[string, string, Parameters<typeof solve>[0]]>([
    ['lot-maximum', 'lot-maximum', { lots: [aLot({ maxCasesPerGroup: 4 })] }],
    ['lot-maximum', 'request-met', { requests: [{ lot: 'L1', group: 'G1', maxCases: 4 }] }],
    ['capacity', 'capacity', { groups: [aGroup({ capacityCases: { ambient: 4 } })] }],
    ['ceiling', 'ceiling', { groups: [aGroup({ maxCases: 4 })] }],
    ['minimum-lot', 'minimum-lot', { lots: [aLot({ minCasesPerGroup: 5 })], groups: [aGroup({ capacityCases: { ambient: 4 } })] }],
    ['locked', 'locked', { locks: [{ lot: 'L1', group: 'G1', ...full }] }],
  ])('%s, and the group is told %s', (rule, kind, fields) => {
    const solution = solve(fields);
    expect(rules(solution)).toEqual([`${rule} 1`]);
    expect(kinds(solution)).toEqual([`G1 ${kind}`]);
  });

  it('max-groups, for the group that came too late', () => {
    const solution = solve({ lots: [aLot({ maxGroups: 1, maxCasesPerGroup: 4 })], groups: [aGroup({ need: 20 }), aGroup({ id: 'G2' })] });
    expect(rules(solution)).toEqual(['lot-maximum 1', 'max-groups 1']);
    expect(kinds(solution)).toEqual(['G1 lot-maximum', 'G2 max-groups']);
  });

  it('one count, where a rule turns one group away and stops another', () => {
    const lots = [aLot({ caseMillilitres: 10 })];
    const groups = [aGroup({ capacityMillilitres: { ambient: 9 } }), aGroup({ id: 'G2', capacityMillilitres: { ambient: 25 } })];
    expect(rules(solve({ lots, groups }))).toEqual(['capacity 2']);
  });
});

describe('the report', () => {
  it('tells a group without an eligible lot so', () => {
    const solution = solve({ lots: [aLot({ prefectures: ['40'] })] });
    expect(solution.reasons).toEqual([
      { group: 'G1', kind: 'nothing-eligible', lots: 0, cases: 0, text: reasonText('nothing-eligible', 0, 0) },
    ]);
  });

  it('gives a reason in both languages with its figures', () => {
    const { reasons } = solve({ lots: [aLot({ cases: 4 }), aLot({ id: 'L2' })], groups: [aGroup({ maxCases: 5 })] });
    expect(reasons).toEqual([
      {
        group: 'G1',
        kind: 'ceiling',
        lots: 2,
        cases: 5,
        text: {
          ja: '団体の受取上限に達したため、対象の 2 品目をこれ以上受け取れません（うち 5 ケースを配分済み）',
          en: 'The ceiling is reached (eligible lots stopped: 2; cases awarded of them: 5)',
        },
      },
    ]);
  });

  it('gives a group no reason when its lots are merely used up, since only leximin knows the tight set', () => {
    expect(solve({}).reasons).toEqual([]);
  });

  it('gives levels with carry-over, in lowest terms', () => {
    const { levels } = solve({ lots: [aLot({ cases: 10 })], groups: [aGroup({ need: 120, received: 134 })] });
    expect(levels).toEqual([{ group: 'G1', awarded: 10, level: '6/5' }]);
    expect(solve({ lots: [] }).levels).toEqual([{ group: 'G1', awarded: 0, level: '0/1' }]);
  });

  it('gives the changes against the previous plan, what is gone among them', () => {
    const groups = [aGroup({ maxCases: 4 }), aGroup({ id: 'G2', maxCases: 2 })];
    const previous = [
      { lot: 'L1', group: 'G1', cases: 4 },
      { lot: 'L1', group: 'G2', cases: 5 },
      { lot: 'L2', group: 'G2', cases: 1 },
    ];
    const { diff } = solve({ lots: [aLot(), aLot({ id: 'L2', prefectures: [] })], groups, previous });
    expect(diff).toEqual([
      { lot: 'L1', group: 'G2', before: 5, after: 2 },
      { lot: 'L2', group: 'G2', before: 1, after: 0 },
    ]);
    expect(solve({}).diff).toEqual([]);
    expect(solve({ previous: [] }).diff).toEqual([{ lot: 'L1', group: 'G1', before: 0, after: 10 }]);
  });

  it('claims nothing but the plan', () => expect(solve({}).certificate).toEqual({ exact: false }));
});

describe('the metrics', () => {
  it('leave unreachable groups out of the levels and count them', () => {
    const groups = [aGroup({ need: 30 }), aGroup({ id: 'G2', prefecture: '40' })];
    const { metrics } = solve({ lots: [aLot({ prefectures: ['13'] })], groups });
    expect(metrics).toMatchObject({ cases: 10, placed: 10, minLevel: '0.333333', maxLevel: '0.333333', gini: '0.000000', unreachable: 1 });
  });

  it('round half up at the sixth place', () => {
    const { metrics } = solve({ lots: [aLot({ cases: 1 })], groups: [aGroup({ need: 2_000_000 })] });
    expect(metrics.minLevel).toBe('0.000001');
    expect(solve({ lots: [aLot({ cases: 2 })], groups: [aGroup({ need: 3 })] }).metrics.maxLevel).toBe('0.666667');
  });

  it('give the Gini of levels 1 and 3 as a quarter', () => {
    const groups = [aGroup({ need: 2, received: 2, maxCases: 0 }), aGroup({ id: 'G2', need: 5, received: 15, maxCases: 0 })];
    expect(solve({ groups }).metrics.gini).toBe('0.250000');
  });

  it('are all 0 over no reachable group', () => {
    expect(solve({ groups: [] }).metrics).toEqual({
      cases: 10,
      placed: 0,
      minLevel: '0.000000',
      maxLevel: '0.000000',
      gini: '0.000000',
      deliveries: 0,
      assortment: { mean: '0.000000', worst: '0.000000' },
      unreachable: 0,
    });
  });

  it('count one delivery per hub and group, per donor and group, and per direct lot without a donor', () => {
    const lots = [
      aLot({ id: 'L1', hub: 'tokyo', donor: 'D1' }),
      aLot({ id: 'L2', hub: 'tokyo', donor: 'D2' }),
      aLot({ id: 'L3', hub: 'osaka' }),
      aLot({ id: 'L4', donor: 'D1' }),
      aLot({ id: 'L5', donor: 'D1', hub: null }),
      aLot({ id: 'L6' }),
      aLot({ id: 'L7' }),
    ];
    expect(solve({ lots }).metrics.deliveries).toBe(5);
  });

  it('give the assortment as categories received of those within reach', () => {
    const lots = [
      aLot({ id: 'L1', category: 'rice', cases: 5 }),
      aLot({ id: 'L2', category: 'rice', cases: 5 }),
      aLot({ id: 'L3', category: 'tea', cases: 5 }),
      aLot({ id: 'L4', cases: 5 }),
    ];
    const groups = [aGroup({ maxCases: 7, need: 20 }), aGroup({ id: 'G2', refusesCategories: ['tea', 'rice'] })];
    expect(solve({ lots, groups }).metrics.assortment).toEqual({ mean: '0.750000', worst: '0.500000' });
  });
});
