import { comparePlans, simulate, simulationPicture, simulationReport, verifySolution } from '../index.js';
import { compareQuotients } from '../numbers/compare-quotients.js';
import { playRounds } from './play-rounds.js';
import { SIMULATED_POLICIES } from './simulate.js';
import { makeWorld } from './world/world.js';

const SMALL = { seed: 's', rounds: 14, groups: 12, policies: SIMULATED_POLICIES } as const;
const small = simulate(SMALL);
const bytes = (settings: Parameters<typeof simulate>[0]) => {
  const simulation = simulate(settings);
  return simulationReport(simulation, 'command', 'picture.svg') + simulationPicture(simulation);
};

describe('a simulation', () => {
  it('gives the same bytes twice, and others for another seed', () => {
    const short = { ...SMALL, rounds: 3 };
    expect(bytes(short)).toBe(bytes(structuredClone(short)));
    expect(bytes(short)).not.toBe(bytes({ ...short, seed: 't' }));
  });

  it('gives a policy the same figures whatever runs beside it', () => {
    const [alone] = simulate({ ...SMALL, policies: ['queue'] }).runs;
    expect(alone).toEqual(small.runs.find(({ policy }) => policy === 'queue'));
  });

  it('offers every policy the same supply', () => {
    expect(new Set(small.runs.map(({ whole }) => whole.cases)).size).toBe(1);
  });
});

describe.each(SIMULATED_POLICIES)('the rounds of %s', (policy) => {
  const played = [...playRounds(makeWorld('s', 12), policy, 14)];
  const awardedIn = (round: number, group: string) =>
    played[round - 1]?.solution.awards.filter((award) => award.group === group).reduce((sum, { cases }) => sum + cases, 0) ?? 0;
  const run = small.runs.find((one) => one.policy === policy);

  it('hold before the checker', () => {
    for (const { problem, solution } of played) expect(verifySolution(problem, solution)).toEqual([]);
  });

  it('carry over what the eleven rounds before gave, and no more', () => {
    for (const { round, problem } of played) {
      for (const { id, received } of problem.groups) {
        let sum = 0;
        for (let before = Math.max(1, round - 11); before < round; before++) sum += awardedIn(before, id);
        expect(received).toBe(sum);
      }
    }
  });

  it('come to the figures that stand in the table, counted otherwise', () => {
    const perHousehold = makeWorld('s', 12).groups.map(({ id, need }) => {
      const cases = played.reduce((sum, { round }) => sum + awardedIn(round, id), 0);
      return { numerator: cases, denominator: need, value: cases / need };
    });
    const ascending = perHousehold
      .toSorted((a, b) => compareQuotients(a.numerator, a.denominator, b.numerator, b.denominator))
      .map(({ value }) => value);
    const mean = ascending.reduce((sum, value) => sum + value, 0) / 12;
    // Gini as half the mean absolute difference of all pairs, over the mean.
    const differences = ascending.flatMap((a) => ascending.map((b) => Math.abs(a - b))).reduce((sum, d) => sum + d, 0);
    expect(Number(run?.whole.giniPerHousehold)).toBeCloseTo(differences / (2 * 12 * 12 * mean), 5);
    expect(Number(run?.whole.minPerHousehold)).toBeCloseTo(ascending[0] as number, 5);
    expect(Number(run?.whole.maxOverMean)).toBeCloseTo((ascending[11] as number) / mean, 5);
    expect(run?.whole.placed).toBe(played.flatMap(({ solution }) => solution.awards).reduce((sum, { cases }) => sum + cases, 0));
    // The window is full from the 12th round on: three rounds.
    const settled = played.slice(11).map(({ solution }) => Number(solution.metrics.minLevel));
    expect(Number(run?.whole.meanMinLevel)).toBeCloseTo(settled.reduce((sum, level) => sum + level, 0) / 3, 5);
  });

  it('give each group what it likes as often as the mean preference says', () => {
    const { preferences } = makeWorld('s', 12);
    const liked = played.flatMap(({ problem, solution }) =>
      solution.awards.flatMap(({ lot, group, cases }) => {
        const category = problem.lots.find(({ id }) => id === lot)?.category ?? '';
        return new Array<number>(cases).fill(preferences.get(group)?.get(category) ?? 0);
      }),
    );
    expect(Number(run?.whole.meanPreference)).toBeCloseTo(liked.reduce((sum, one) => sum + one, 0) / liked.length, 5);
  });
});

it('in each single round, with the same carry-over, no policy places more than leximin', () => {
  for (const { problem } of playRounds(makeWorld('s', 12), 'leximin', 5)) {
    const [leximin, ...others] = comparePlans(problem, ['leximin', 'lot-by-lot', 'pro-rata', 'queue']).map((row) =>
      'solution' in row ? row.solution.metrics.placed : Number.NaN,
    );
    for (const placed of others) expect(placed).toBeLessThanOrEqual(leximin as number);
  }
});
