import * as fc from 'fast-check';
import { aGroup, aLot, aProblem, awardsOf } from '../../test/builders.js';
import { randomProblem } from '../../test/random-problem.js';
import { allocate, type DeclaredNumber, type LotTarget, type Problem, validateProblem, verifySolution, withTargets } from '../index.js';

const nappies = aLot({ id: 'nappies', cases: 40, unitsPerCase: 60 });
const rice = aLot({ id: 'rice', cases: 10 });
const problem = aProblem({ lots: [nappies, rice], groups: [aGroup({ id: 'G1' }), aGroup({ id: 'G2' }), aGroup({ id: 'G3' })] });
const forInfants: LotTarget = { lot: 'nappies', target: 'infants', unitsPerPerson: 50 };
const infants = (group: string, persons: number): DeclaredNumber => ({ group, target: 'infants', persons });
const solve = (of: Problem) => allocate(validateProblem(of));

describe('goods for certain people', () => {
  it('are capped by the declared number times the units per person, in whole cases, rounded down', () => {
    // 7 infants use 350 nappies, of which 5 cases are 300 and 6 are 360; 12 use 600, just 10 cases.
    const solution = solve(withTargets(problem, [forInfants], [infants('G1', 7), infants('G2', 12)]));
    expect(awardsOf(solution).filter((line) => line.startsWith('nappies'))).toEqual(['nappies G1 5', 'nappies G2 10']);
  });

  it('go to nobody who declared no such person, and the reason says so', () => {
    const solution = solve(withTargets(problem, [forInfants], [infants('G1', 7), infants('G2', 0)]));
    expect(solution.unplaced).toEqual([
      {
        lot: 'nappies',
        cases: 35,
        reasons: [
          { rule: 'not-requested', groups: 2 },
          { rule: 'lot-maximum', groups: 1 },
        ],
      },
    ]);
    expect(solution.reasons.filter(({ group }) => group === 'G1').map(({ kind }) => kind)).toContain('request-met');
  });

  it('go to nobody whose people could not use a case, and the reason says that', () => {
    const solution = solve(withTargets(problem, [forInfants], [infants('G1', 1)]));
    expect(solution.unplaced[0]?.reasons).toEqual([
      { rule: 'not-requested', groups: 2 },
      { rule: 'minimum-lot', groups: 1 },
    ]);
  });

  it('count only the people that they are for', () => {
    const declared: DeclaredNumber[] = [infants('G1', 7), { group: 'G2', target: 'elderly', persons: 90 }];
    expect(awardsOf(solve(withTargets(problem, [forInfants], declared))).filter((line) => line.startsWith('nappies'))).toEqual([
      'nappies G1 5',
    ]);
  });

  it('leave requests that are there already, and the smaller number holds', () => {
    const asked = {
      ...problem,
      requests: [
        { lot: 'nappies', group: 'G1', maxCases: 3 },
        { lot: 'nappies', group: 'G2', maxCases: 30 },
        { lot: 'rice', group: 'G3', maxCases: 4 },
        { lot: 'nappies', group: 'G3', maxCases: 9 },
      ],
    };
    const { requests } = withTargets(asked, [forInfants], [infants('G1', 7), infants('G2', 12)]);
    expect(requests).toEqual([
      { lot: 'nappies', group: 'G1', maxCases: 3 },
      { lot: 'nappies', group: 'G2', maxCases: 10 },
      { lot: 'rice', group: 'G3', maxCases: 4 },
    ]);
  });

  it('pass over declarations of groups that take no part, and leave a problem without targets as it is', () => {
    expect(withTargets(problem, [forInfants], [infants('G9', 7)]).requests?.map(({ lot }) => lot)).toEqual(['rice', 'rice', 'rice']);
    expect(withTargets(problem, [], [infants('G1', 7)])).toBe(problem);
  });

  it.each<[string, LotTarget[], DeclaredNumber[]]>([
    ['a lot that is not there', [{ ...forInfants, lot: 'x' }], []],
    ['two targets of one lot', [forInfants, { ...forInfants, target: 'toddlers' }], []],
    ['no unit per person', [{ ...forInfants, unitsPerPerson: 0 }], []],
    ['half a person', [forInfants], [infants('G1', 0.5)]],
    ['a number declared twice', [forInfants], [infants('G1', 1), infants('G1', 1)]],
  ])('refuse %s', (_, targets, declared) => {
    expect(() => withTargets(problem, targets, declared)).toThrow();
  });

  it('never bring a group more than its people can use, whatever the round; the other lots are shared out as before', () => {
    const persons = fc.array(fc.nat(40), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(
        randomProblem,
        persons,
        fc.integer({ min: 1, max: 30 }),
        fc.constantFrom('lot-by-lot', 'pro-rata', 'queue'),
        (any, numbers, unitsPerPerson, policy) => {
          const { locks: _, ...rest } = any;
          const [first] = any.lots;
          fc.pre(first !== undefined);
          const declared = any.groups.map(({ id }, i) => infants(id, numbers[i] as number));
          const targeted = withTargets(
            { ...rest, policy },
            [{ lot: (first as { id: string }).id, target: 'infants', unitsPerPerson }],
            declared,
          );
          const solution = solve(targeted);
          expect(verifySolution(targeted, solution)).toEqual([]);
          for (const { lot, group, cases } of solution.awards) {
            if (lot !== first?.id) continue;
            const people = declared.find((one) => one.group === group)?.persons as number;
            expect(cases * first.unitsPerCase).toBeLessThanOrEqual(people * unitsPerPerson);
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it('with numbers that cap nothing, everything but the name of the problem is as without', () => {
    fc.assert(
      fc.property(randomProblem, (any) => {
        const [first] = any.lots;
        fc.pre(first !== undefined);
        const target: LotTarget = { lot: (first as { id: string }).id, target: 'infants', unitsPerPerson: 1_000 };
        const capped = solve(
          withTargets(
            any,
            [target],
            any.groups.map(({ id }) => infants(id, 1_000_000)),
          ),
        );
        expect({ ...capped, problem: '' }).toEqual({ ...solve(any), problem: '' });
      }),
      { numRuns: 100 },
    );
  });
});
