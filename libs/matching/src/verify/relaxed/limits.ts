import type { ProblemGroup, ProblemLot } from '../../problem/problem.js';
import type { BitRows } from '../bit-rows.js';
import { CLASSES } from '../facts.js';
import { shelfOf } from '../residual.js';
import { minimumOf } from '../why-ineligible.js';
import type { Offer } from './offer.js';

/** Cases of each lot that can be placed at all, by its minima and number of destinations. */
export function placeableCases(offer: Offer): Float64Array {
  return offer.cases.map((cases, i) => {
    const lot = offer.lots[i] as ProblemLot;
    if (lot.maxGroups === undefined && lot.onePerHousehold !== true && (lot.minCasesPerGroup ?? 0) < 2) return cases;
    const takers = [...offer.groups.keys()].filter((j) => offer.usable.has(j, i));
    const minima = takers.map((j) => minimumOf(lot, offer.groups[j] as ProblemGroup)).sort((a, b) => a - b);
    let destinations = 0;
    for (let sum = 0; destinations < minima.length && destinations < (offer.destinations[i] as number); destinations++) {
      sum += minima[destinations] as number;
      if (sum > cases) break;
    }
    const largest = takers.map((j) => offer.most(i, j)).sort((a, b) => b - a);
    let placeable = 0;
    for (const most of largest.slice(0, destinations)) placeable = Math.min(cases, placeable + most);
    return placeable;
  });
}

/** By shelf, the most cases: its capacity in cases and the ceiling, or as many as fit in by millilitres when the smallest come first. */
export function shelfCases(offer: Offer, supply: Float64Array): Float64Array {
  const order = placesBy(offer, supply, (a, b) => volumeOf(a) - volumeOf(b));
  return offer.casesRoom.map((capacity, shelf) => {
    const room = Math.min(capacity, offer.ceiling[Math.floor(shelf / CLASSES.length)] as number);
    const free = offer.millilitresRoom[shelf] as number;
    if (free === Number.POSITIVE_INFINITY) return room;
    let [count, rest] = [0, BigInt(free)];
    for (const { i, most } of eachOf(offer, order, supply, offer.usable, shelf)) {
      const volume = volumeOf(offer.lots[i] as ProblemLot);
      const fit = rest / volumeBig(volume) < BigInt(most) ? Number(rest / volumeBig(volume)) : most;
      count += fit;
      rest -= BigInt(fit) * volumeBig(volume);
    }
    return Math.min(room, count);
  });
}

/** By shelf, the most by these sizes, in the cases that `shelves` allows and in its millilitres. */
export function shelfMeasure(offer: Offer, supply: Float64Array, open: BitRows, shelves: Float64Array, sizes: Float64Array): Float64Array {
  const richest = placesBy(offer, supply, (_, __, a, b) => (sizes[b] as number) - (sizes[a] as number));
  const densest = placesBy(offer, supply, (lotA, lotB, a, b) => {
    const difference = BigInt(sizes[b] as number) * volumeBig(volumeOf(lotA)) - BigInt(sizes[a] as number) * volumeBig(volumeOf(lotB));
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  });
  return shelves.map((cases, shelf) => {
    if (cases === Number.POSITIVE_INFINITY) return cases;
    let [rest, byCases] = [cases, 0];
    for (const { i, most } of eachOf(offer, richest, supply, open, shelf)) {
      const taken = Math.min(rest, most);
      rest -= taken;
      byCases += taken * (sizes[i] as number);
      if (rest === 0) break;
    }
    const free = offer.millilitresRoom[shelf] as number;
    if (free === Number.POSITIVE_INFINITY) return byCases;
    let [volume, byVolume] = [BigInt(free), 0n];
    for (const { i, most } of eachOf(offer, densest, supply, open, shelf)) {
      const each = volumeBig(volumeOf(offer.lots[i] as ProblemLot));
      const wanted = each * BigInt(most);
      const taken = wanted < volume ? wanted : volume;
      byVolume += (taken * BigInt(sizes[i] as number)) / each;
      volume -= taken;
      if (taken < wanted) break;
    }
    return Math.min(byCases, Number(byVolume));
  });
}

/** By group, the most of the measure under its ceiling. */
export function ceilingMeasure(
  offer: Offer,
  supply: Float64Array,
  open: BitRows,
  shelves: Float64Array,
  sizes: Float64Array,
): Float64Array {
  const richest = placesBy(offer, supply, (_, __, a, b) => (sizes[b] as number) - (sizes[a] as number));
  return offer.ceiling.map((ceiling, j) => {
    if (ceiling === Number.POSITIVE_INFINITY) return ceiling;
    const room = CLASSES.map((_, c) => shelves[shelfOf(j, c)] as number);
    let [rest, measure] = [ceiling, 0];
    for (const i of richest) {
      if (rest === 0) break;
      if (!open.has(j, i)) continue;
      const c = offer.classOf[i] as number;
      const taken = Math.min(rest, room[c] as number, supply[i] as number, offer.most(i, j));
      rest -= taken;
      room[c] = (room[c] as number) - taken;
      measure += taken * (sizes[i] as number);
    }
    return measure;
  });
}

function volumeOf(lot: ProblemLot): number {
  return lot.caseMillilitres ?? 1;
}

function volumeBig(volume: number): bigint {
  return BigInt(volume);
}

type Order = (lotA: ProblemLot, lotB: ProblemLot, a: number, b: number) => number;

function placesBy(offer: Offer, supply: Float64Array, order: Order): readonly number[] {
  const places = [...supply.keys()].filter((i) => (supply[i] as number) > 0);
  return places.sort((a, b) => order(offer.lots[a] as ProblemLot, offer.lots[b] as ProblemLot, a, b) || a - b);
}

/** The lots of the shelf's class that are open to its group, in that order, with the most cases of each. */
function* eachOf(offer: Offer, order: readonly number[], supply: Float64Array, open: BitRows, shelf: number) {
  const [group, temperature] = [Math.floor(shelf / CLASSES.length), shelf % CLASSES.length];
  for (const i of order) {
    if (offer.classOf[i] !== temperature || !open.has(group, i)) continue;
    yield { i, most: Math.min(supply[i] as number, offer.most(i, group)) };
  }
}
