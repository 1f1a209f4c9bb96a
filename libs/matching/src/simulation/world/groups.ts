import { largestRemainders } from '../../numbers/largest-remainders.js';
import type { ProblemGroup } from '../../problem/problem.js';
import { Random } from '../../random/random.js';
import { CATEGORIES, INFANTS } from './goods.js';
import { PREFECTURES } from './prefectures.js';

const NEEDS = [
  { weight: 60, least: 20, most: 110 },
  { weight: 30, least: 120, most: 300 },
  { weight: 10, least: 300, most: 700 },
];
const FRESHNESS = [0, 0, 3, 7].map((days) => ({ days, weight: 1 }));

/** Groups over the prefectures by households: one in each if there are that many, the others by largest remainders. Ids are prefecture and number. */
export function makeGroups(seed: string, count: number): ProblemGroup[] {
  const households = PREFECTURES.map(([, , thousands]) => thousands);
  const atLeast = count >= PREFECTURES.length ? 1 : 0;
  const further = largestRemainders(count - atLeast * PREFECTURES.length, households);
  return PREFECTURES.flatMap(([code], i) =>
    Array.from({ length: atLeast + (further[i] as number) }, (_, n) => makeGroup(seed, code, `${code}-${String(n + 1).padStart(3, '0')}`)),
  );
}

/** Households, storage for one round (cold only with some), what it refuses, how fresh goods must be: drawn for this id alone. */
function makeGroup(seed: string, prefecture: string, id: string): ProblemGroup {
  const random = new Random(seed, 'group', id);
  const { least, most } = random.pick(NEEDS);
  const need = random.between(least, most);
  const store = (divisorLeast: number, divisorMost: number) => Math.max(2, Math.floor(need / random.between(divisorLeast, divisorMost)));
  return {
    id,
    need,
    prefecture,
    qualifications: random.chance(50) ? ['agreement', INFANTS] : ['agreement'],
    capacityCases: {
      ambient: store(2, 8),
      chilled: random.chance(50) ? store(12, 30) : 0,
      frozen: random.chance(50) ? store(12, 30) : 0,
    },
    refusesCategories: random.chance(25) ? [CATEGORIES[random.below(CATEGORIES.length)] as string] : [],
    minDaysOnArrival: random.pick(FRESHNESS).days,
  };
}
