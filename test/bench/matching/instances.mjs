/**
 * Instances by size and family, the same on every machine: a linear congruence and integer arithmetic, nothing from the
 * platform. Typical ones are whole problems in the contract's format, like its examples; adversarial ones are the core's network
 * itself, made to give it long paths (ring), cuts within cuts (nested) and a few huge lots (power law).
 */

const FAMILIES = { ring, nested, 'power law': powerLaw };

export const adversarial = Object.keys(FAMILIES);

/** @returns {number} integers from 0 to `below` - 1, on each call the next */
function dice(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor(((state >>> 8) / 2 ** 24) * below);
  };
}

/** Mostly small, a few large: 2 to the power of a uniform exponent. */
const skewed = (roll, bits) => 1 + roll(2 ** (1 + roll(bits)));

const PREFECTURES = Array.from({ length: 47 }, (_, i) => String(i + 1).padStart(2, '0'));
const TEMPERATURES = ['ambient', 'ambient', 'ambient', 'ambient', 'ambient', 'ambient', 'ambient', 'chilled', 'frozen', 'frozen'];
const some = (roll, prefix, count, share) => Array.from({ length: count }, (_, i) => `${prefix}${i}`).filter(() => roll(100) < share);

/** A round as they come: storage by temperature, ceilings, refusals, regions, dates; about half of all pairs eligible. */
export function typicalRound(groups, lots, seed = 1) {
  const roll = dice(seed);
  const number = (prefix, i) => `${prefix}${String(i).padStart(5, '0')}`;
  const needs = Array.from({ length: groups }, () => 20 + skewed(roll, 10));
  const supplies = Array.from({ length: lots }, () => skewed(roll, 8));
  const perNeed = supplies.reduce((a, b) => a + b, 0) / needs.reduce((a, b) => a + b, 0);
  return {
    format: 'wakachi.problem/1',
    seed: String(seed),
    arrivalDate: '2026-12-10',
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

/** The network of an adversarial family. */
export function adversarialNetwork(family, sinks, lots, seed = 1) {
  const roll = dice(seed);
  const { supply, reach } = FAMILIES[family](roll, sinks, lots);
  return {
    classes: 1,
    step: 1,
    pairCaps: new Map(),
    lots: {
      count: lots,
      supply: Float64Array.from(supply),
      classOf: new Uint8Array(lots),
      pairCap: new Float64Array(lots).fill(Number.POSITIVE_INFINITY),
      reach: reach.map((list) => asReach(list, sinks)),
      degree: Int32Array.from(reach, (list) => list.length),
      dateRank: Int32Array.from({ length: lots }, () => roll(300)),
    },
    sinks: {
      count: sinks,
      weight: Float64Array.from({ length: sinks }, () => 20 + skewed(roll, 10)),
      base: new Float64Array(sinks),
      ceiling: new Float64Array(sinks).fill(Number.POSITIVE_INFINITY),
      room: new Float64Array(sinks).fill(Number.POSITIVE_INFINITY),
    },
  };
}

/** As bits when that is no longer than the list, which must be ascending. */
function asReach(list, sinks) {
  if (list.length <= Math.ceil(sinks / 32)) return Int32Array.from(list);
  const row = new Uint32Array(Math.ceil(sinks / 32));
  for (const sink of list) row[sink >> 5] |= 1 << (sink & 31);
  return row;
}

/** Each lot for two neighbours: what one group has too much of can only move on from hand to hand. */
function ring(roll, sinks, lots) {
  return {
    supply: Array.from({ length: lots }, () => skewed(roll, 9)),
    reach: Array.from({ length: lots }, (_, lot) => [lot % sinks, (lot + 1) % sinks].sort((a, b) => a - b)),
  };
}

/** Lot i for all groups up to the i-th: every prefix of the groups is a tight set that could be. */
function nested(roll, sinks, lots) {
  return {
    supply: Array.from({ length: lots }, () => skewed(roll, 9)),
    reach: Array.from({ length: lots }, (_, lot) => Array.from({ length: 1 + Math.floor((lot * sinks) / lots) }, (_, sink) => sink)),
  };
}

/** A few lots that are huge and open to nearly all, many that are small and open to few. */
function powerLaw(roll, sinks, lots) {
  return {
    supply: Array.from({ length: lots }, (_, lot) => 1 + Math.floor(100_000 / (1 + lot))),
    reach: Array.from({ length: lots }, (_, lot) => {
      const share = Math.max(2, Math.floor(sinks / (1 + lot)));
      return [...new Set(Array.from({ length: share }, () => Math.floor((roll(sinks) * (1 + roll(1000))) / 1000)))].sort((a, b) => a - b);
    }),
  };
}
