import * as fc from 'fast-check';
import { allocate, eligibility, type Problem, type ProblemGroup, type ProblemLot } from '../src/index.js';
import { EligibilityRows } from '../src/rules/eligibility-rows.js';
import { terrainOf } from '../src/rules/terrain.js';
import { coreOf, coreTotals } from './core-totals.js';
import { exactProblem } from './exact-problem.js';
import { randomExactProblem } from './random-exact-problem.js';
import { randomProblem } from './random-problem.js';

const problems = fc.oneof(exactProblem, randomExactProblem({ lots: 10, groups: 8, cases: 8 }));
const RUNS = { numRuns: 200 };

/** `check` is told of a problem with at least one lot and one group, and which of each it is about. */
function holds(check: (problem: Problem, lot: ProblemLot, group: ProblemGroup, dice: number) => void): void {
  fc.assert(
    fc.property(problems, fc.nat(1_000), (problem, dice) => {
      const lot = problem.lots[dice % problem.lots.length];
      const group = problem.groups[dice % problem.groups.length];
      if (lot !== undefined && group !== undefined) check(problem, lot, group, dice);
    }),
    RUNS,
  );
}

const withGroup = (problem: Problem, id: string, fields: Partial<ProblemGroup>): Problem => ({
  ...problem,
  groups: problem.groups.map((group) => (group.id === id ? { ...group, ...fields } : group)),
});

const withLot = (problem: Problem, id: string, fields: Partial<ProblemLot>): Problem => ({
  ...problem,
  lots: problem.lots.map((lot) => (lot.id === id ? { ...lot, ...fields } : lot)),
});

function without(problem: Problem, id: string): Problem {
  const others = <T extends { readonly group: string }>(list: readonly T[] | undefined) => list?.filter(({ group }) => group !== id);
  return JSON.parse(
    JSON.stringify({
      ...problem,
      lots: problem.lots.map((lot) => ({ ...lot, excludedGroups: lot.excludedGroups?.filter((excluded) => excluded !== id) })),
      groups: problem.groups.filter((group) => group.id !== id),
      lanes: others(problem.lanes),
      requests: others(problem.requests),
      locks: others(problem.locks),
      previous: others(problem.previous),
    }),
  ) as Problem;
}

function expectNobodyBelow(totals: Record<string, number>, least: Record<string, number>): void {
  for (const [id, cases] of Object.entries(totals)) expect([id, cases]).toEqual([id, Math.max(cases, least[id] as number)]);
}

const levelsOf = (problem: Problem) =>
  allocate(problem)
    .levels.map(({ level }) => level)
    .sort();

describe('the core', () => {
  it('awards the same when every need grows tenfold: only proportions count', () => {
    holds((problem) => {
      const scaled = { ...problem, groups: problem.groups.map((group) => ({ ...group, need: group.need * 10 })) };
      expect(allocate(scaled).awards).toEqual(allocate(problem).awards);
    });
  });

  it('gives nobody less when a lot has more cases', () => {
    holds((problem, lot, _, dice) => {
      expectNobodyBelow(coreTotals(withLot(problem, lot.id, { cases: lot.cases + 1 + (dice % 5) })), coreTotals(problem));
    });
  });

  it('gives nobody less when a group is not there', () => {
    holds((problem, _, group) => expectNobodyBelow(coreTotals(without(problem, group.id)), coreTotals(problem)));
  });

  it('gives a group no more, and the others no less, when it has received more before', () => {
    holds((problem, _, group, dice) => {
      const before = coreTotals(problem);
      const after = coreTotals(withGroup(problem, group.id, { received: (group.received ?? 0) + 1 + (dice % 9) }));
      expect(after[group.id]).toBeLessThanOrEqual(before[group.id] as number);
      expectNobodyBelow({ ...after, [group.id]: before[group.id] as number }, before);
    });
  });

  it('never gives a group less for declaring a larger need', () => {
    holds((problem, _, group, dice) => {
      const after = coreTotals(withGroup(problem, group.id, { need: group.need + 1 + (dice % 9) }));
      expect(after[group.id]).toBeGreaterThanOrEqual(coreTotals(problem)[group.id] as number);
    });
  });

  it('never gives a group more for hiding what it accepts or has room for', () => {
    holds((problem, _, group, dice) => {
      const unlocked = { ...problem, locks: [] };
      const { ambient = 9 } = group.capacityCases ?? {};
      const hidings: Partial<ProblemGroup>[] = [
        { refusesCategories: ['rice', 'noodles'] },
        { capacityCases: { ...group.capacityCases, ambient: Math.floor(ambient / 2) } },
        { maxCases: Math.floor((group.maxCases ?? 9) / 2) },
      ];
      const hidden = coreTotals(withGroup(unlocked, group.id, hidings[dice % 3] as Partial<ProblemGroup>));
      expect(hidden[group.id]).toBeLessThanOrEqual(coreTotals(unlocked)[group.id] as number);
    });
  });

  it('never places less when a donor lifts a rule', () => {
    holds((problem, { id }) => {
      const lifted = {
        ...problem,
        lots: problem.lots.map(({ prefectures, requires, maxCasesPerGroup, ...rest }) =>
          rest.id === id ? rest : ({ prefectures, requires, maxCasesPerGroup, ...rest } as ProblemLot),
        ),
      };
      const placed = (of: Problem) => Object.values(coreTotals(of)).reduce((sum, cases) => sum + cases, 0);
      expect(placed(lifted)).toBeGreaterThanOrEqual(placed(problem));
    });
  });

  it('leaves the rest unchanged when a group goes with what it was awarded', () => {
    holds((problem, _, group) => {
      const { awards } = allocate(problem);
      const taken = new Map(awards.filter((award) => award.group === group.id).map(({ lot, cases }) => [lot, cases]));
      const rest = without(problem, group.id);
      const lots = rest.lots.map((lot) => ({ ...lot, cases: lot.cases - (taken.get(lot.id) ?? 0) }));
      const { [group.id]: __, ...others } = coreTotals(problem);
      expect(coreTotals({ ...rest, lots })).toEqual(others);
    });
  });

  it('gives the same totals when an uncapped lot is split in two', () => {
    holds((problem, lot, _, dice) => {
      const isNamed = [...(problem.locks ?? []), ...(problem.requests ?? [])].some((pair) => pair.lot === lot.id);
      if (isNamed || lot.maxCasesPerGroup !== undefined || lot.cases < 2) return;
      const part = 1 + (dice % (lot.cases - 1));
      const split = withLot(problem, lot.id, { cases: lot.cases - part });
      expect(coreTotals({ ...split, lots: [...split.lots, { ...lot, id: 'part', cases: part }] })).toEqual(coreTotals(problem));
    });
  });

  it('gives the same levels, perhaps to others, under another seed', () => {
    holds((problem) => expect(levelsOf({ ...problem, seed: 'another' })).toEqual(levelsOf(problem)));
  });

  it('gives the same levels, perhaps to others, under other ids', () => {
    holds((problem) => {
      const renamed = JSON.parse(
        JSON.stringify(problem).replaceAll(/"([GL])(\d+)"/g, (_, kind, i) => `"${kind}${97 - Number(i)}"`),
      ) as Problem;
      expect(levelsOf(renamed)).toEqual(levelsOf(problem));
    });
  });
});

it('the sets of groups that properties stand for say of every pair what the rules say', () => {
  fc.assert(
    fc.property(randomProblem, (problem) => {
      const plain = {
        ...problem,
        lots: problem.lots.map(({ excludedGroups, minCasesPerGroup, maxCasesPerGroup, onePerHousehold, ...lot }) => lot),
      };
      const { locks: __, requests: ___, ...unlocked } = plain;
      const terrain = terrainOf(unlocked);
      const rows = new EligibilityRows(terrain.groups);
      const bySets = terrain.lots.flatMap((lot) => {
        const row = rows.rowOf(lot);
        return terrain.groups.map((group) => (((row[group.index >> 5] as number) >>> (group.index & 31)) & 1) === 1);
      });
      expect(bySets).toEqual([...eligibility(unlocked)].map(({ rule }) => rule === null));
    }),
    RUNS,
  );
});

it('the problems are not empty ones: caps that bind, lots left over and lists beside rows do occur', () => {
  const drawn = fc.sample(problems, { numRuns: 300, seed: 1 });
  const cores = drawn.map(coreOf);
  expect(cores.filter(({ lots }) => lots.reach.some((reach) => reach instanceof Uint32Array)).length).toBeGreaterThan(100);
  expect(cores.filter(({ lots }) => lots.reach.some((reach) => reach instanceof Int32Array && reach.length > 0)).length).toBeGreaterThan(
    50,
  );
  expect(drawn.filter((problem) => allocate(problem).unplaced.length > 0).length).toBeGreaterThan(100);
  expect(drawn.filter((problem) => allocate(problem).reasons.some(({ kind }) => kind === 'tight-set')).length).toBeGreaterThan(100);
});
