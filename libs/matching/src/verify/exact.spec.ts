import { aGroup, aLot, aProblem } from '../../test/builders.js';
import { exactAccount } from '../../test/naive/account.js';
import { planOf } from '../../test/naive/plain-plan.js';
import { type Problem, type ProblemAward, type Solution, validateProblem, verifySolution } from '../index.js';

function leximin(fields: Partial<Problem>): Problem {
  return validateProblem(aProblem({ policy: 'leximin', ...fields }));
}

/** "L1 G1 6": an award as a reader would write it. */
function awardsFrom(lines: readonly string[]): ProblemAward[] {
  return lines.map((line) => line.split(' ')).map(([lot = '', group = '', cases]) => ({ lot, group, cases: Number(cases) }));
}

function linesOf(problem: Problem, solution: Solution): string[] {
  return verifySolution(problem, solution).map(({ where, text }) => `${where} ${text.en}`);
}

function judge(problem: Problem, ...awards: string[]): string[] {
  return linesOf(problem, exactAccount(problem, planOf(awardsFrom(awards))));
}

const twoGroups = [aGroup({ id: 'G1', need: 10 }), aGroup({ id: 'G2', need: 20 })];

describe('an exact plan', () => {
  it('may leave no case that a chain of exchanges could lead to a group with room', () => {
    const problem = leximin({
      lots: [aLot({ id: 'L1', cases: 1 }), aLot({ id: 'L2', cases: 1, prefectures: ['13'] })],
      groups: [aGroup({ id: 'G1', maxCases: 1 }), aGroup({ id: 'G2', prefecture: '27' })],
    });
    expect(judge(problem, 'L1 G1 1')).toContain('/unplaced a case of lot L2 is left that could be led to group G2');
    expect(judge(problem, 'L1 G2 1', 'L2 G1 1')).toEqual([]);
  });

  it('leaves a case where storage, a ceiling, a lock or a cap of the pair stops it, and holds', () => {
    const full = (fields: Partial<Problem>) => leximin({ lots: [aLot({ cases: 3 })], groups: [aGroup({ id: 'G1' })], ...fields });
    expect(judge(full({ groups: [aGroup({ capacityCases: { ambient: 2 } })] }), 'L1 G1 2')).toEqual([]);
    expect(judge(full({ groups: [aGroup({ maxCases: 2 })] }), 'L1 G1 2')).toEqual([]);
    expect(judge(full({ locks: [{ lot: 'L1', group: 'G1', cases: 2 }] }), 'L1 G1 2')).toEqual([]);
    expect(judge(full({ lots: [aLot({ cases: 3, maxCasesPerGroup: 2 })] }), 'L1 G1 2')).toEqual([]);
    expect(judge(full({ requests: [{ lot: 'L1', group: 'G1', maxCases: 2 }] }), 'L1 G1 2')).toEqual([]);
  });

  it('gives each case to the smallest key: the lower level, and at one level the larger need', () => {
    const problem = leximin({ lots: [aLot({ cases: 1 })], groups: twoGroups });
    expect(judge(problem, 'L1 G2 1')).toEqual([]);
    expect(judge(problem, 'L1 G1 1')).toEqual(['/awards a case of group G1 could be led to group G2, whose turn comes first']);
  });

  it('counts what was received and what is locked before the first key', () => {
    const received = leximin({
      lots: [aLot({ cases: 1 })],
      groups: [aGroup({ id: 'G1', need: 10 }), aGroup({ id: 'G2', need: 20, received: 1 })],
    });
    expect(judge(received, 'L1 G1 1')).toEqual([]);
    const locked = leximin({ lots: [aLot({ cases: 2 })], groups: twoGroups, locks: [{ lot: 'L1', group: 'G2', cases: 1 }] });
    expect(judge(locked, 'L1 G1 1', 'L1 G2 1')).toEqual([]);
  });

  it('never asks a locked case back', () => {
    const problem = leximin({ lots: [aLot({ cases: 1 })], groups: twoGroups, locks: [{ lot: 'L1', group: 'G1', cases: 1 }] });
    expect(judge(problem, 'L1 G1 1')).toEqual([]);
  });

  it('compares keys that no double tells apart', () => {
    const need = 2 ** 52 + 1;
    // No such problem gets past parsing: the solver compares in doubles. The checker does not lean on that.
    const problem = aProblem({
      policy: 'leximin',
      lots: [aLot({ cases: 1 })],
      groups: [aGroup({ id: 'G1', need, received: need - 2 }), aGroup({ id: 'G2', need: need - 1, received: need - 3 })],
    });
    expect((need - 2) / need).toBe((need - 3) / (need - 1));
    expect(judge(problem, 'L1 G2 1')).toEqual([]);
    expect(judge(problem, 'L1 G1 1')).not.toEqual([]);
  });

  it('places the earliest dates first, undated last, also by a chain of exchanges', () => {
    const lots = [aLot({ id: 'L1', cases: 1 }), aLot({ id: 'L2', cases: 1, effectiveUntil: '2027-01-31' })];
    const problem = leximin({ lots, groups: [aGroup({ maxCases: 1 })] });
    expect(judge(problem, 'L2 G1 1')).toEqual([]);
    expect(judge(problem, 'L1 G1 1')).toEqual([
      '/awards a case of lot L2 is left that could take the place of one of lot L1, whose date is later',
    ]);
    const chain = leximin({
      lots: [
        aLot({ id: 'L1', cases: 1, effectiveUntil: '2027-03-31', prefectures: ['27'] }),
        aLot({ id: 'L2', cases: 2, effectiveUntil: '2027-01-31' }),
        aLot({ id: 'L3', cases: 1, effectiveUntil: '2027-02-28', prefectures: ['13'] }),
      ],
      groups: [aGroup({ id: 'G1', maxCases: 1 }), aGroup({ id: 'G2', prefecture: '27', maxCases: 1 })],
    });
    expect(judge(chain, 'L2 G1 1', 'L2 G2 1')).toEqual([]);
    expect(judge(chain, 'L1 G2 1', 'L2 G1 1').join('\n')).toContain('lot L2 is left that could take the place of one of lot L1');
    expect(judge(chain, 'L1 G2 1', 'L3 G1 1').join('\n')).toContain('lot L2 is left that could take the place of one of lot L3');
  });

  it('says of a tight set its lots, their cases, who holds them and how far the best-off would drop', () => {
    const problem = leximin({
      lots: [aLot({ id: 'L1', cases: 3 }), aLot({ id: 'L2', cases: 2, prefectures: ['27'] })],
      groups: [aGroup({ id: 'G1', need: 3 }), aGroup({ id: 'G2', need: 1 }), aGroup({ id: 'G3', need: 1, prefecture: '27' })],
    });
    const solution = exactAccount(problem, planOf(awardsFrom(['L1 G1 2', 'L1 G2 1', 'L2 G3 2'])));
    expect(linesOf(problem, solution)).toEqual([]);
    expect(
      solution.reasons.map(({ group, lots, cases, groups, text }) => [group, lots, cases, groups, text.en.split('; ').at(-1)]),
    ).toEqual([
      ['G1', 1, 3, 2, 'the best-off of the others would drop to 0.000000, which is not above the 0.666667 of this one'],
      ['G2', 1, 3, 2, 'the best-off of the others would drop to 0.333333, which is not above the 1.000000 of this one'],
      ['G3', 2, 5, 3, 'the best-off of the others would drop to 0.333333, which is not above the 2.000000 of this one'],
    ]);
  });

  it('tells a group named like a shelf from the shelf', () => {
    const groups = [aGroup({ id: 'G1', maxCases: 1 }), aGroup({ id: 'G1/ambient' }), aGroup({ id: 'G1~1ambient', maxCases: 0 })];
    const problem = leximin({ lots: [aLot({ cases: 2 })], groups });
    const potentials = exactAccount(problem, planOf(awardsFrom(['L1 G1 1', 'L1 G1/ambient 1']))).certificate.potentials ?? {};
    expect(Object.keys(potentials).filter((node) => node.includes('1ambient'))).toHaveLength(8);
  });
});

describe('a claim to be exact', () => {
  const cases: [string, Partial<Problem>, boolean][] = [
    ['no lots', { lots: [] }, true],
    ['one size in the measure', { measure: 'grams', lots: [aLot({ caseGrams: 5 }), aLot({ id: 'L2', caseGrams: 5 })] }, true],
    ['two sizes in the measure', { measure: 'units', lots: [aLot(), aLot({ id: 'L2', unitsPerCase: 5 })] }, false],
    ['a minimum of one case', { lots: [aLot({ minCasesPerGroup: 1 })] }, true],
    ['a minimum of two cases', { lots: [aLot({ minCasesPerGroup: 2 })] }, false],
    ['a maximum of destinations', { lots: [aLot({ maxGroups: 9 })] }, false],
    ['not one per household', { lots: [aLot({ onePerHousehold: false })] }, true],
    ['one per household', { lots: [aLot({ onePerHousehold: true })] }, false],
    ['millilitres of no class', { groups: [aGroup({ capacityMillilitres: {} })] }, true],
    ['millilitres', { lots: [aLot({ caseMillilitres: 1 })], groups: [aGroup({ capacityMillilitres: { ambient: 90 } })] }, false],
  ];

  it.each(cases)('with %s', (_, fields, mustBeExact) => {
    const problem = leximin(fields);
    const certificate = (exact: boolean) => ({ ...exactAccount(problem, new Map()), certificate: { exact } });
    const disputes = (exact: boolean) => linesOf(problem, certificate(exact)).some((line) => line.startsWith('/certificate/exact'));
    expect([disputes(true), disputes(false)]).toEqual([!mustBeExact, mustBeExact]);
  });
});
