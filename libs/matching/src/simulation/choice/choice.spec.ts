import { aGroup, aLot, aProblem, awardsOf } from '../../../test/builders.js';
import { allocate, PolicyNotBuilt, type ProblemGroup, type ProblemLot, verifySolution } from '../../index.js';
import { makeWorld, problemOfRound, type World } from '../world/world.js';
import { Market } from './market.js';

type Liking = Readonly<Record<string, number>>;

function worldOf(groups: readonly ProblemGroup[], likes: Readonly<Record<string, Liking>>): World {
  return { seed: 's', groups, lanes: [], preferences: new Map(groups.map(({ id }) => [id, new Map(Object.entries(likes[id] ?? {}))])) };
}

function marketOf(groups: readonly ProblemGroup[], likes: Readonly<Record<string, Liking>>) {
  const market = new Market(worldOf(groups, likes));
  const sell = (...lots: readonly ProblemLot[]) => market.allocate(aProblem({ policy: 'choice', groups, lots }));
  return { market, sell, balances: () => groups.map(({ id }) => market.accounts.balance(id)) };
}

const rice = (cases: number, fields: Partial<ProblemLot> = {}) => aLot({ id: 'rice', cases, category: 'rice', ...fields });
const tea = (cases: number, fields: Partial<ProblemLot> = {}) => aLot({ id: 'tea', cases, category: 'tea', ...fields });
const two = [aGroup({ id: 'G1', need: 100 }), aGroup({ id: 'G2', need: 100 })];

describe('choice', () => {
  it('gives each group what it likes best', () => {
    const { sell } = marketOf(two, { G1: { rice: 9, tea: 1 }, G2: { rice: 1, tea: 9 } });
    expect(awardsOf(sell(rice(10), tea(10)))).toEqual(['rice G1 10', 'tea G2 10']);
  });

  it('starts every group with shares in proportion to need', () => {
    expect(marketOf([aGroup({ id: 'G1', need: 40 }), aGroup({ id: 'G2', need: 120 })], {}).balances()).toEqual([40_000, 120_000]);
  });

  it('takes the bid of the winner alone, and gives all that was spent back to all in proportion to need', () => {
    const groups = [aGroup({ id: 'G1', need: 100 }), aGroup({ id: 'G2', need: 300 })];
    const { sell, balances } = marketOf(groups, { G1: { rice: 9 }, G2: {} });
    sell(rice(10));
    // The only lot: G1 would pay for a quarter of it all it has, so for the whole it bids the purse, 100,000; a quarter comes back.
    expect(balances()).toEqual([25_000, 375_000]);
  });

  it('loses no share and makes none, round after round; only small groups owe any, and no more than they began with', () => {
    const world = makeWorld('s', 20);
    const market = new Market(world);
    const needs = world.groups.reduce((sum, { need }) => sum + need, 0);
    let [mostOwed, spenders] = [0, 0];
    for (let round = 1; round <= 6; round++) {
      market.allocate({ ...problemOfRound(world, round), policy: 'choice' });
      expect(world.groups.reduce((sum, { id }) => sum + market.accounts.balance(id), 0)).toBe(1_000 * needs);
      for (const group of world.groups) {
        const balance = market.accounts.balance(group.id);
        expect(balance).toBeGreaterThanOrEqual(market.accounts.isSmall(group) ? -1_000 * group.need : 0);
        if (balance < 0) mostOwed = Math.max(mostOwed, -balance);
        if (balance !== 1_000 * group.need) spenders += 1;
      }
    }
    expect(mostOwed).toBeGreaterThan(0);
    expect(spenders).toBeGreaterThan(60);
  });

  it('lets whoever has spent give way to whoever has saved', () => {
    const { sell } = marketOf(two, { G1: { rice: 9 }, G2: { rice: 9 } });
    const winners = [1, 2, 3, 4].map(() => sell(rice(10)).awards.map(({ group }) => group));
    expect(winners[1]).not.toEqual(winners[0]);
    expect(winners[2]).toEqual(winners[0]);
    expect(winners[3]).toEqual(winners[1]);
  });

  it('sells in bundles of ten, so that a lot may have several winners', () => {
    const { sell } = marketOf(two, { G1: { rice: 5 }, G2: { rice: 5 } });
    expect(awardsOf(sell(rice(20)))).toEqual(['rice G1 10', 'rice G2 10']);
  });

  it('lets small neighbours bid together for what none of them could take alone, and share it by need', () => {
    const small = (id: string, need: number) => aGroup({ id, need, capacityCases: { ambient: 6 } });
    const groups = [
      small('G1', 20),
      small('G2', 30),
      aGroup({ id: 'G3', need: 900, prefecture: '14' }),
      aGroup({ id: 'G4', need: 900, prefecture: '40' }),
    ];
    const { sell, balances } = marketOf(groups, { G1: { rice: 9 }, G2: { rice: 9 } });
    expect(awardsOf(sell(rice(10)))).toEqual(['rice G1 4', 'rice G2 6']);
    // Each pays for its part: both had less than the part was worth to them, and went on credit.
    expect(
      balances()
        .slice(0, 2)
        .every((balance) => balance < 0),
    ).toBe(true);
  });

  it('gives nobody a part of a joint bid who pays nothing for it', () => {
    const small = (id: string) => aGroup({ id, need: 20, capacityCases: { ambient: 6 } });
    const large = ['G4', 'G5', 'G6'].map((id) => aGroup({ id, need: 900 }));
    const { sell } = marketOf([small('G1'), small('G2'), small('G3'), ...large], { G1: { rice: 9 }, G2: { rice: 9 }, G3: { tea: 9 } });
    expect(awardsOf(sell(rice(10)))).toEqual(['rice G1 5', 'rice G2 5']);
  });

  it('has no joint bid of neighbours who are too far apart', () => {
    const groups = [
      aGroup({ id: 'G1', need: 20, prefecture: '01', capacityCases: { ambient: 6 } }),
      aGroup({ id: 'G2', need: 30, prefecture: '47', capacityCases: { ambient: 6 } }),
      aGroup({ id: 'G3', need: 900 }),
    ];
    const { sell } = marketOf(groups, { G1: { rice: 9 }, G2: { rice: 9 } });
    // Nobody bids, so the default policy shares it out: the lowest level is the large group's.
    expect(awardsOf(sell(rice(10)))).not.toContain('rice G2 6');
  });

  it('leaves what nobody bids for to the default policy', () => {
    const { sell } = marketOf(two, { G1: { rice: 9 }, G2: {} });
    // G1 buys ten cases of rice with all it has; the other 24 cases bring both to 17.
    const sums = new Map<string, number>();
    for (const [, group, cases] of awardsOf(sell(rice(20), tea(14))).map((award) => award.split(' ') as [string, string, string]))
      sums.set(group, (sums.get(group) ?? 0) + Number(cases));
    expect([...sums].sort()).toEqual([
      ['G1', 17],
      ['G2', 17],
    ]);
  });

  it('keeps the most of a lot, storage and ceiling, whoever bids', () => {
    const groups = [
      aGroup({ id: 'G1', need: 100, capacityCases: { ambient: 12 } }),
      aGroup({ id: 'G2', need: 100, maxCases: 7 }),
      aGroup({ id: 'G3', need: 100 }),
    ];
    const { market } = marketOf(groups, { G1: { rice: 9 }, G2: { rice: 9 }, G3: { tea: 9 } });
    const problem = aProblem({
      policy: 'choice',
      groups,
      lots: [rice(25), tea(30, { maxCasesPerGroup: 11 })],
      locks: [{ lot: 'tea', group: 'G1', cases: 2 }],
    });
    expect(verifySolution(problem, market.allocate(problem))).toEqual([]);
  });

  it('is refused outside of a simulation, where there are no preferences', () => {
    expect(() => allocate(aProblem({ policy: 'choice' }))).toThrow(PolicyNotBuilt);
  });
});
