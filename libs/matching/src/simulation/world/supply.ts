import { addDays, type CalendarDate } from '@wakachi/kernel';
import type { ProblemLot } from '../../problem/problem.js';
import { Random } from '../../random/random.js';
import { GOODS } from './goods.js';
import { PREFECTURES } from './prefectures.js';
import { HUBS, regionOf } from './regions.js';

/** Lean weeks, ordinary ones, gluts: lots for every hundred groups. */
const WEEKS = [
  { weight: 25, lots: 18 },
  { weight: 55, lots: 34 },
  { weight: 20, lots: 62 },
];
/** Many small lots, a few large ones. */
const SIZES = [
  { weight: 60, least: 6, most: 30 },
  { weight: 30, least: 30, most: 90 },
  { weight: 10, least: 90, most: 250 },
];
const DONORS = 34;

/** What donors offer in one round, the same for every policy. */
export function makeSupply(seed: string, round: number, groups: number, arrivalDate: CalendarDate): ProblemLot[] {
  const random = new Random(seed, 'supply', round);
  const count = Math.ceil((random.pick(WEEKS).lots * groups) / 100);
  return Array.from({ length: count }, (_, i) => makeLot(random, `R${pad(round)}-L${pad(i + 1)}`, arrivalDate));
}

/** Three of four are pooled at a hub; half of those that a donor ships directly stay in the donor's region. */
function makeLot(random: Random, id: string, arrivalDate: CalendarDate): ProblemLot {
  const { category, temperature, days, requires } = random.pick(GOODS);
  const { least, most } = random.pick(SIZES);
  const isPooled = random.chance(75);
  const origin = HUBS[random.below(HUBS.length)] as (typeof HUBS)[number];
  const cases = random.between(least, most);
  return {
    id,
    donor: `D${pad(random.between(1, DONORS))}`,
    hub: isPooled ? origin.hub : null,
    cases,
    unitsPerCase: 12,
    temperature,
    category,
    requires: requires === undefined ? ['agreement'] : ['agreement', requires],
    ...(days === null ? {} : { effectiveUntil: addDays(arrivalDate, random.between(days[0], days[1])) }),
    ...(!isPooled && random.chance(50) ? { prefectures: prefecturesIn(origin.region) } : {}),
    ...(random.chance(20) ? { maxCasesPerGroup: random.between(3, 12) } : {}),
  };
}

function prefecturesIn(region: number): string[] {
  return PREFECTURES.map(([code]) => code).filter((code) => regionOf(code) === region);
}

function pad(number: number): string {
  return String(number).padStart(3, '0');
}
