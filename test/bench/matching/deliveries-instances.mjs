import { dice } from './instances.mjs';

const ARRIVAL = '2026-12-10';
const PREFECTURES = ['01', '13', '27', '40'];

/**
 * A round in which deliveries are what matters: all goods stand at four hubs, each lot comes by at least a few cases, and a
 * lane costs the more the further it goes. Lots have no category, since what is counted here puts no price on an assortment;
 * for the same reason a case costs nothing on its way. Something always stays behind or falls short: storage is scarce in some
 * places, and some lots are for one part of the country only.
 */
export function deliveryRound(groups, lots, seed) {
  const roll = dice(seed + 31);
  const hubs = ['sapporo', 'tokyo', 'osaka', 'fukuoka'];
  const supplies = Array.from({ length: lots }, () => 8 + roll(40));
  const needs = Array.from({ length: groups }, () => 20 + roll(160));
  const perNeed = supplies.reduce((a, b) => a + b, 0) / needs.reduce((a, b) => a + b, 0);
  const number = (prefix, i) => `${prefix}${String(i).padStart(3, '0')}`;
  return {
    format: 'wakachi.problem/1',
    seed: String(seed),
    arrivalDate: ARRIVAL,
    measure: 'cases',
    lots: supplies.map((cases, i) => ({
      id: number('l', i),
      hub: hubs[i % hubs.length],
      cases,
      unitsPerCase: 12,
      temperature: roll(6) === 0 ? 'frozen' : 'ambient',
      minCasesPerGroup: 2 + roll(4),
      ...(roll(5) === 0 && { prefectures: PREFECTURES.filter(() => roll(3) > 0) }),
    })),
    groups: needs.map((need, i) => {
      const share = Math.max(4, Math.round(need * perNeed));
      return {
        id: number('g', i),
        need,
        prefecture: PREFECTURES[roll(PREFECTURES.length)],
        qualifications: [],
        capacityCases: { frozen: roll(3) === 0 ? 0 : 4 + roll(share) },
        received: roll(Math.ceil(share / 2)),
        ...(roll(3) === 0 && { maxCases: share + roll(share) }),
      };
    }),
    lanes: hubs.flatMap((hub) =>
      needs.map((_, i) => ({ hub, group: number('g', i), transitDays: 1, costPerDelivery: 400 + 100 * roll(16), costPerCase: 0 })),
    ),
  };
}
