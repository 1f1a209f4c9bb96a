import { augment, lotsLeft } from './augment.js';
import type { Holdings } from './holdings.js';
import type { Standing } from './standing.js';

/** How many new destinations are tried for a lot, and how many old ones in the place of each. */
const OPENINGS = 12;
const CLOSINGS = 6;

/**
 * For lots that are left because their destinations are full or too few: opens another one, in the place of the smallest where
 * no more are allowed, and makes room there; what had to go is led elsewhere by chains. Kept when more cases are placed.
 */
export function relocate(holdings: Holdings, standing: Standing, budget: number): boolean {
  const end = holdings.work + budget;
  let isChanged = false;
  for (const lot of lotsLeft(holdings)) {
    if (!holdings.problem.isLumpy(lot)) continue;
    while ((holdings.left[lot] as number) > 0 && opensOne(holdings, standing, lot, end)) isChanged = true;
  }
  return isChanged;
}

function opensOne(holdings: Holdings, standing: Standing, lot: number, end: number): boolean {
  for (const to of openings(holdings, lot)) {
    for (const from of holdings.hasDestination(lot) ? [-1] : closings(holdings, lot, potential(holdings, lot, to))) {
      if (holdings.work >= end) return false;
      holdings.work += 1;
      if (holdings.attempt(() => placesMore(holdings, standing, lot, from, to))) return true;
    }
  }
  return false;
}

function openings(holdings: Holdings, lot: number): number[] {
  const sinks: number[] = [];
  holdings.problem.eachSink(lot, (sink) => {
    if (holdings.held(lot, sink) === 0) sinks.push(sink);
  });
  const rooms = new Map(sinks.map((sink) => [sink, potential(holdings, lot, sink)]));
  return sinks.sort((a, b) => (rooms.get(b) as number) - (rooms.get(a) as number) || a - b).slice(0, OPENINGS);
}

/** Smallest first, and only those that hold less than the new one could. */
function closings(holdings: Holdings, lot: number, most: number): number[] {
  const holders = [...(holdings.ofLot[lot] as Map<number, number>)].filter(([, cases]) => cases < most);
  return holders
    .sort(([a, x], [b, y]) => x - y || a - b)
    .slice(0, CLOSINGS)
    .map(([sink]) => sink);
}

/** Room for the lot if all that has no minimum were led elsewhere. */
function potential(holdings: Holdings, lot: number, sink: number): number {
  const { problem } = holdings;
  const port = problem.portOf(lot, sink);
  let movable = 0;
  for (const [other, cases] of holdings.ofSink[sink] as Map<number, number>) {
    if (problem.hasMinimum[other] === 0 && problem.portOf(other, sink) === port) movable += cases;
  }
  return Math.min(problem.most(lot, sink), Math.max(0, holdings.roomFor(lot, sink)) + movable);
}

function placesMore(holdings: Holdings, standing: Standing, lot: number, from: number, to: number): boolean {
  const before = holdings.leftInAll();
  if (from >= 0) holdings.add(lot, from, -holdings.held(lot, from));
  makeRoom(holdings, lot, to, Math.min(holdings.left[lot] as number, potential(holdings, lot, to)));
  const least = holdings.nextGrant(lot, to);
  if (least === 0) return false;
  holdings.add(lot, to, Math.max(least, Math.min(holdings.left[lot] as number, holdings.roomFor(lot, to))));
  augment(holdings, standing);
  return holdings.leftInAll() < before;
}

/** The lots that the sink holds most of give way first. */
function makeRoom(holdings: Holdings, lot: number, sink: number, wanted: number): void {
  const { problem } = holdings;
  const port = problem.portOf(lot, sink);
  const others = [...(holdings.ofSink[sink] as Map<number, number>)].filter(
    ([other]) => problem.hasMinimum[other] === 0 && problem.portOf(other, sink) === port,
  );
  for (const [other, cases] of others.sort(([a, x], [b, y]) => y - x || a - b)) {
    for (let rest = cases; rest > 0 && holdings.roomFor(lot, sink) < wanted; rest--) holdings.add(other, sink, -1);
  }
}
