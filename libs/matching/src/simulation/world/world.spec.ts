import { validateProblem } from '../../problem/validate-problem.js';
import { makeGroups } from './groups.js';
import { PREFECTURES } from './prefectures.js';
import { transitDays } from './regions.js';
import { makeWorld, problemOfRound } from './world.js';

const inPrefecture = (count: number, code: string) => makeGroups('s', count).filter(({ prefecture }) => prefecture === code).length;

describe('the world of a simulation', () => {
  it('has the 47 prefectures in the order of their codes, and as many households as the census', () => {
    expect(PREFECTURES.map(([code]) => Number(code))).toEqual(Array.from({ length: 47 }, (_, i) => i + 1));
    // 55,830,154 households in all were published; 47 roundings cannot move the sum by more than 23.5 thousand.
    expect(Math.abs(PREFECTURES.reduce((sum, [, , thousands]) => sum + thousands, 0) - 55_830)).toBeLessThan(24);
  });

  it('spreads groups over the prefectures by households, at least one in each when there are 47', () => {
    expect(makeGroups('s', 100)).toHaveLength(100);
    expect(new Set(makeGroups('s', 47).map(({ prefecture }) => prefecture)).size).toBe(47);
    // 53 further groups: 7,227 of 55,831 households are 6.86 of them, 220 are 0.21.
    expect([inPrefecture(100, '13'), inPrefecture(100, '31')]).toEqual([8, 1]);
    expect([inPrefecture(5, '13'), inPrefecture(5, '31')]).toEqual([1, 0]);
  });

  it('draws a group and a round by themselves: more groups or rounds change none', () => {
    const few = new Map(makeGroups('s', 60).map((group) => [group.id, group]));
    for (const group of makeGroups('s', 90)) if (few.has(group.id)) expect(group).toEqual(few.get(group.id));
    expect(problemOfRound(makeWorld('s', 20), 7)).toEqual(problemOfRound(makeWorld('s', 20), 7));
    expect(problemOfRound(makeWorld('s', 20), 7).lots).not.toEqual(problemOfRound(makeWorld('t', 20), 7).lots);
  });

  it('gives problems that the contract accepts, a week apart', () => {
    const world = makeWorld('s', 30);
    expect([1, 2, 6].map((round) => validateProblem(problemOfRound(world, round)).arrivalDate)).toEqual([
      '2026-04-01',
      '2026-04-08',
      '2026-05-06',
    ]);
  });

  it('has uneven weeks, cold lots, direct ones and dated ones', () => {
    const rounds = Array.from({ length: 30 }, (_, i) => problemOfRound(makeWorld('s', 100), i + 1).lots);
    const sizes = new Set(rounds.map((lots) => lots.length));
    expect([...sizes].sort((a, b) => a - b)).toEqual([18, 34, 62]);
    const lots = rounds.flat();
    for (const temperature of ['ambient', 'chilled', 'frozen']) expect(lots.some((lot) => lot.temperature === temperature)).toBe(true);
    expect(lots.filter((lot) => lot.hub === null).length * 4).toBeGreaterThan(lots.length / 2);
    expect(lots.some((lot) => lot.effectiveUntil === undefined) && lots.some((lot) => lot.prefectures !== undefined)).toBe(true);
  });

  it.each([
    [1, '13', 1],
    [0, '47', 6],
    [5, '01', 6],
  ])('goods from region %d reach prefecture %s in %d days', (region, prefecture, days) => {
    expect(transitDays(region, prefecture)).toBe(days);
  });
});
