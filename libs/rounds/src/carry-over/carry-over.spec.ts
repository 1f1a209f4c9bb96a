import { carryOver, type PastRound } from './carry-over.js';

const past = (of: Record<string, [need: number, received: number]>): PastRound => ({
  needs: new Map(Object.entries(of).map(([groupId, [need]]) => [groupId, need])),
  received: new Map(Object.entries(of).map(([groupId, [, received]]) => [groupId, received])),
});
const over = (rounds: PastRound[], groupId: string, need: number) => carryOver(rounds, [{ groupId, need }]).get(groupId);

describe('what a group carries over', () => {
  it('is nothing where no round is over', () => {
    expect(over([], 'A', 100)).toBe(0);
  });

  it('is the sum of what the rounds of the window gave it', () => {
    expect(over([past({ A: [100, 240], B: [50, 10] }), past({ A: [90, 60], B: [50, 0] })], 'A', 100)).toBe(300);
  });

  it('is nothing of a round in which it took part and got nothing', () => {
    const round: PastRound = {
      needs: new Map([
        ['A', 100],
        ['B', 100],
      ]),
      received: new Map([['B', 500]]),
    };
    expect(over([round], 'A', 100)).toBe(0);
  });

  it('is the median level of a round that it skipped, for the households that it has now, rounded down', () => {
    // Levels 1, 5/2 and 9: the middle one is 5 for every 2 households; 101 households are credited 252.5.
    expect(over([past({ B: [10, 10], C: [40, 100], D: [10, 90] })], 'A', 101)).toBe(252);
  });

  it('is the lower of the two in the middle when an even number took part', () => {
    expect(over([past({ B: [10, 10], C: [10, 20], D: [10, 30], E: [10, 90] })], 'A', 10)).toBe(20);
  });

  it('compares levels exactly, however large the numbers', () => {
    // 9007199254740991/3 and 9007199254740990/3 are one double divided; they differ by a third.
    const round = past({ B: [3, 9_007_199_254_740_991], C: [3, 9_007_199_254_740_990] });
    expect(over([round], 'A', 3)).toBe(9_007_199_254_740_990);
  });

  it('is nothing of a round in which nobody took part', () => {
    expect(over([past({})], 'A', 100)).toBe(0);
  });
});
