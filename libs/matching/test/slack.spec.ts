import * as fc from 'fast-check';
import { allocate, type Problem, type Solution, serialiseSolution, validateProblem, verifySolution } from '../src/index.js';
import { leximin } from '../src/policies/leximin/leximin.js';
import { report } from '../src/report/report.js';
import { survey } from '../src/report/survey.js';
import { terrainOf } from '../src/rules/terrain.js';
import { aGroup, aLot, aProblem } from './builders.js';
import { exactProblem } from './exact-problem.js';
import { filledPlan } from './naive/account.js';
import { randomExactProblem } from './random-exact-problem.js';
import { randomProblem, reversed } from './random-problem.js';

const families: [string, fc.Arbitrary<Problem>][] = [
  ['an exact problem', exactProblem],
  ['an exact problem of many ties', randomExactProblem({ lots: 10, groups: 8, cases: 8 })],
  ['any problem', randomProblem.map((problem): Problem => ({ ...problem, policy: 'leximin' }))],
];
const slack = fc.constantFrom('0.01', '0.1', '0.25', '1', '3.5');
const solutionOf = (problem: Problem) => allocate(validateProblem(problem));
const RUNS = { numRuns: 40 };

/** (received + awarded) / need as the contract's fraction. */
function fraction(level: string): [bigint, bigint] {
  const [numerator = '', denominator = ''] = level.split('/');
  return [BigInt(numerator), BigInt(denominator)];
}

/** Whether the level is below the other by more than so many hundredths. */
function isBelow(level: string, fair: string, hundredths: bigint): boolean {
  const [[a, b], [c, d]] = [fraction(level), fraction(fair)];
  return (c * b - a * d) * 100n > hundredths * b * d;
}

describe.each(families)('slack, on %s', (_, problems) => {
  it('lets no level fall by more than it, and places as many cases of every lot', () => {
    fc.assert(
      fc.property(problems, slack, (problem, given) => {
        const [fair, spent] = [solutionOf(problem), solutionOf({ ...problem, slack: given })];
        const hundredths = BigInt(Math.round(Number(given) * 100));
        for (const [i, { level }] of spent.levels.entries())
          expect(isBelow(level, fair.levels[i]?.level as string, hundredths)).toBe(false);
        expect(spent.unplaced.map(({ lot, cases }) => [lot, cases])).toEqual(fair.unplaced.map(({ lot, cases }) => [lot, cases]));
      }),
      RUNS,
    );
  });

  it('never makes for more deliveries or fewer categories', () => {
    fc.assert(
      fc.property(problems, slack, (problem, given) => {
        const [fair, spent] = [leximin(terrainOf(problem)).plan, leximin(terrainOf({ ...problem, slack: given })).plan];
        const kinds = (plan: typeof fair) => survey(plan).groups.reduce((sum, { receivedCategories }) => sum + receivedCategories.size, 0);
        const deliveries = (plan: typeof fair) => report('leximin', { plan, certificate: { exact: false } }).metrics.deliveries;
        expect(kinds(spent)).toBeGreaterThanOrEqual(kinds(fair));
        expect(deliveries(spent)).toBeLessThanOrEqual(deliveries(fair));
      }),
      RUNS,
    );
  });

  it('gives a plan that the checker accepts and that claims nothing that it is not, the same bytes every time', () => {
    fc.assert(
      fc.property(problems, slack, (problem, given) => {
        const asked = { ...problem, slack: given };
        const solution = solutionOf(asked);
        expect(verifySolution(asked, solution)).toEqual([]);
        expect(Object.keys(solution.certificate).sort()).toEqual(['exact', 'placedBound', 'shortfall']);
        expect(solution.certificate.exact).toBe(false);
        expect(serialiseSolution(solutionOf(reversed(asked)))).toBe(serialiseSolution(solution));
      }),
      RUNS,
    );
  });

  it('of 0 changes nothing but the hash of the problem', () => {
    fc.assert(
      fc.property(problems, fc.constantFrom('0', '0.0', '0.000'), (problem, zero) => {
        const { problem: _hash, ...plain } = solutionOf(problem);
        const { problem: _other, ...withZero } = solutionOf({ ...problem, slack: zero });
        expect(withZero).toEqual(plain);
      }),
      { numRuns: 20 },
    );
  });
});

/** Two hubs, two groups, an odd number of cases at each: only unequal levels save a delivery. */
const odd = aProblem({
  policy: 'leximin',
  lots: [aLot({ id: 'L1', hub: 'osaka', cases: 11 }), aLot({ id: 'L2', hub: 'tokyo', cases: 9 })],
  groups: [aGroup({ id: 'G1', need: 10 }), aGroup({ id: 'G2', need: 10 })],
});

describe('what slack is for', () => {
  it('spares a delivery for a case, where a tenth may be lost, and says what that cost', () => {
    expect(solutionOf(odd).metrics.deliveries).toBe(3);
    const { metrics, levels, certificate } = solutionOf({ ...odd, slack: '0.1' });
    expect(metrics.deliveries).toBe(2);
    expect(levels.map(({ awarded }) => awarded).sort()).toEqual([11, 9]);
    expect(certificate).toEqual({ exact: false, placedBound: 20, shortfall: '1/20' });
  });

  it('spares none where a case is more than it', () => {
    const { metrics, certificate } = solutionOf({ ...odd, slack: '0.099' });
    expect(metrics.deliveries).toBe(3);
    expect(certificate.shortfall).toBe('0/1');
  });

  it('does not move a case that is locked', () => {
    const locks = [{ lot: 'L1', group: 'G1', cases: 5 }];
    const { awards, metrics } = solutionOf({ ...odd, locks, slack: '1' });
    expect(awards).toContainEqual(locks[0]);
    expect(metrics.deliveries).toBeGreaterThanOrEqual(2);
  });
});

describe('the checker, where levels may fall', () => {
  const asked = (given: string): Problem => ({ ...odd, slack: given });
  /** A plan with an honest account of itself, the bound included. */
  const accountOf = (problem: Problem, awards: Solution['awards'], shortfall: string): Solution => {
    const { certificate, usedUpReason } = leximin(terrainOf(problem));
    const plan = filledPlan(problem, awards);
    return report('leximin', { plan, certificate: { ...certificate, shortfall }, ...(usedUpReason && { usedUpReason }) });
  };
  const unequal = [
    { lot: 'L1', group: 'G1', cases: 11 },
    { lot: 'L2', group: 'G2', cases: 9 },
  ];

  it('accepts a level that is lower by the slack and refuses one that is lower by more', () => {
    const belows = (given: string) =>
      verifySolution(asked(given), accountOf(asked(given), unequal, '1/20')).filter(({ text }) =>
        text.en.includes('than the slack allows'),
      );
    expect(belows('0.1')).toEqual([]);
    expect(belows('0.09').map(({ text }) => text.en)).toEqual([
      'group G2 is at 0.900000, which is further below the 1.000000 of the fair plan than the slack allows',
    ]);
  });

  it('refuses a claim to be exact, a bound or a shortfall that is not so, and a case that is left', () => {
    const problem = asked('0.1');
    const solution = solutionOf(problem);
    const holds = (certificate: object) => verifySolution(problem, { ...solution, certificate } as Solution).length === 0;
    expect(holds(solution.certificate)).toBe(true);
    expect(holds({ ...solution.certificate, exact: true })).toBe(false);
    expect(holds({ ...solution.certificate, placedBound: 19 })).toBe(false);
    expect(holds({ ...solution.certificate, shortfall: '0/1' })).toBe(false);
    const fewer = accountOf(problem, [unequal[0] as (typeof unequal)[0], { lot: 'L2', group: 'G2', cases: 8 }], '1/10');
    expect(verifySolution(problem, fewer).map(({ where }) => where)).toContain('/unplaced');
  });
});
