/**
 * Problems by family and size, the same on every machine: a linear congruence, nothing from the platform. Dense ones are rounds
 * as they come, like the contract's examples; the others are made to be hard: long paths (ring, lopsided ring), cuts within
 * cuts (nested), a few huge lots beside many small ones (power law).
 */
export const families = { dense, 'scarce storage': scarceStorage, ring, 'lopsided ring': lopsidedRing, nested, 'power law': powerLaw };

/** @returns {number} integers from 0 to `below` - 1, on each call the next */
export function dice(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor(((state >>> 8) / 2 ** 24) * below);
  };
}

/** Mostly small, a few large: 2 to the power of a uniform exponent. */
const skewed = (roll, bits) => 1 + roll(2 ** (1 + roll(bits)));

const ARRIVAL = '2026-12-10';
const PREFECTURES = Array.from({ length: 47 }, (_, i) => String(i + 1).padStart(2, '0'));
const TEMPERATURES = ['ambient', 'ambient', 'ambient', 'ambient', 'ambient', 'ambient', 'ambient', 'chilled', 'frozen', 'frozen'];
const some = (roll, prefix, count, share) => Array.from({ length: count }, (_, i) => `${prefix}${i}`).filter(() => roll(100) < share);

const number = (prefix, i) => `${prefix}${String(i).padStart(5, '0')}`;

/** A round as they come: storage by temperature, ceilings, refusals, regions, dates; about six in ten pairs eligible. */
function dense(groups, lots, seed = 1) {
  const roll = dice(seed);
  const needs = Array.from({ length: groups }, () => 20 + skewed(roll, 10));
  const supplies = Array.from({ length: lots }, () => skewed(roll, 8));
  const perNeed = supplies.reduce((a, b) => a + b, 0) / needs.reduce((a, b) => a + b, 0);
  return {
    format: 'wakachi.problem/1',
    seed: String(seed),
    arrivalDate: ARRIVAL,
    measure: 'cases',
    lots: supplies.map((cases, i) => ({
      id: number('l', i),
      hub: null,
      cases,
      unitsPerCase: 12,
      temperature: TEMPERATURES[roll(TEMPERATURES.length)],
      category: `c${roll(12)}`,
      allergens: some(roll, 'a', 6, 12),
      requires: roll(4) === 0 ? [`level${1 + roll(3)}`] : [],
      ...(roll(10) === 0 && { prefectures: PREFECTURES.filter(() => roll(100) < 15) }),
      ...(roll(3) > 0 && { effectiveUntil: `2027-${String(1 + roll(12)).padStart(2, '0')}-${String(1 + roll(28)).padStart(2, '0')}` }),
      ...(roll(4) === 0 && { maxCasesPerGroup: 1 + Math.floor(cases / (2 + roll(10))) }),
    })),
    groups: needs.map((need, i) => {
      const share = Math.max(1, Math.round(need * perNeed));
      return {
        id: number('g', i),
        need,
        prefecture: PREFECTURES[roll(47)],
        qualifications: ['level1', 'level2', 'level3'].slice(0, 1 + roll(3)),
        capacityCases: { ambient: share + roll(2 * share), chilled: roll(2) * roll(share), frozen: roll(2) * roll(2 * share) },
        refusesCategories: some(roll, 'c', 12, 10),
        refusesAllergens: some(roll, 'a', 6, 5),
        received: roll(share),
        ...(roll(3) === 0 && { maxCases: share + roll(share) }),
      };
    }),
  };
}

/** The same with a third of the storage: more than a tenth stays behind, and dates decide which. */
function scarceStorage(groups, lots, seed = 1) {
  const problem = dense(groups, lots, seed);
  const third = (capacity) => Object.fromEntries(Object.entries(capacity).map(([name, cases]) => [name, Math.floor(cases / 3)]));
  return { ...problem, groups: problem.groups.map((group) => ({ ...group, capacityCases: third(group.capacityCases) })) };
}

/** Each lot for two neighbours: what one group has too much of can only move on from hand to hand. */
function ring(groups, lots, seed = 1) {
  const roll = dice(seed);
  return network(
    groups,
    lots,
    roll,
    () => skewed(roll, 9),
    (lot) => ({ prefectures: neighbours(lot, groups) }),
  );
}

/** A ring that is rich on one side and poor on the other. */
function lopsidedRing(groups, lots, seed = 1) {
  const roll = dice(seed);
  return network(
    groups,
    lots,
    roll,
    (lot) => 1 + roll(1 + (lots - lot)),
    (lot) => ({ prefectures: neighbours(lot, groups) }),
  );
}

const neighbours = (lot, groups) => [`p${lot % groups}`, `p${(lot + 1) % groups}`];

/** Lot i for all groups up to the i-th, by the days that are left of it: every prefix of the groups may be a tight set. */
function nested(groups, lots, seed = 1) {
  const roll = dice(seed);
  const problem = network(
    groups,
    lots,
    roll,
    () => skewed(roll, 9),
    (lot) => ({ effectiveUntil: dayAfter(Math.floor((lot * groups) / lots)) }),
  );
  return { ...problem, groups: problem.groups.map((group, i) => ({ ...group, minDaysOnArrival: i })) };
}

/** A few lots that are huge and open to nearly all, many that are small and open to few. */
function powerLaw(groups, lots, seed = 1) {
  const roll = dice(seed);
  const some = (lot) => Array.from({ length: Math.max(2, Math.floor(groups / (1 + lot))) }, () => `p${roll(1 + roll(groups))}`);
  return network(
    groups,
    lots,
    roll,
    (lot) => 1 + Math.floor(100_000 / (1 + lot)),
    (lot) => ({ prefectures: [...new Set(some(lot))] }),
  );
}

/** Every group has a prefecture of its own, so that a lot can name the groups it is for. */
function network(groups, lots, roll, casesOf, fieldsOf) {
  return {
    format: 'wakachi.problem/1',
    seed: '1',
    arrivalDate: ARRIVAL,
    measure: 'cases',
    lots: Array.from({ length: lots }, (_, i) => ({
      id: number('l', i),
      cases: casesOf(i),
      unitsPerCase: 12,
      temperature: 'ambient',
      ...fieldsOf(i),
    })),
    groups: Array.from({ length: groups }, (_, i) => ({
      id: number('g', i),
      need: 20 + skewed(roll, 10),
      prefecture: `p${i}`,
      qualifications: [],
    })),
  };
}

function dayAfter(days) {
  return new Date(Date.parse(ARRIVAL) + days * 86_400_000).toISOString().slice(0, 10);
}
