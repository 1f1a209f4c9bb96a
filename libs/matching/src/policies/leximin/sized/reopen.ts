import { augment, lotsLeft } from './augment.js';
import type { Holdings } from './holdings.js';
import type { Standing } from './standing.js';

/**
 * Where minima are in the way, tries whole destinations: somebody who is full gives up all that it has of one lot, for a lot
 * that has cases left; what was given up is led elsewhere by chains. A trial is kept when more cases are placed.
 */
export function reopen(holdings: Holdings, standing: Standing, budget: number): void {
  const end = holdings.work + budget;
  for (let isChanged = true; isChanged && holdings.work < end; ) {
    isChanged = false;
    for (const lot of lotsLeft(holdings)) {
      const sinks: number[] = [];
      holdings.problem.eachSink(lot, (sink) => sinks.push(sink));
      for (const sink of sinks) {
        if ((holdings.left[lot] as number) === 0 || holdings.work >= end) break;
        if (swapOut(holdings, standing, lot, sink, end)) isChanged = true;
      }
    }
  }
}

function swapOut(holdings: Holdings, standing: Standing, lot: number, sink: number, end: number): boolean {
  const { problem } = holdings;
  if (holdings.held(lot, sink) >= problem.pairCap(lot, sink)) return false;
  if (holdings.held(lot, sink) === 0 && !holdings.hasDestination(lot)) return false;
  for (const [other, cases] of [...(holdings.ofSink[sink] as Map<number, number>)]) {
    if (other === lot || (problem.hasMinimum[other] === 0 && problem.hasMinimum[lot] === 0)) continue;
    for (const given of parts(holdings, lot, other, sink, cases)) {
      if (holdings.work >= end) return false;
      if (holdings.attempt(() => placesMore(holdings, standing, lot, sink, other, given))) return true;
    }
  }
  return false;
}

/** All of the other lot, or just enough of it where its minimum is kept. */
function parts(holdings: Holdings, lot: number, other: number, sink: number, cases: number): number[] {
  const { problem } = holdings;
  const wanted = holdings.held(lot, sink) > 0 ? 1 : problem.least(lot, sink);
  const enough = Math.max(1, wanted - Math.max(0, holdings.roomFor(lot, sink)));
  return cases - enough >= problem.least(other, sink) ? [enough, cases] : [cases];
}

function placesMore(holdings: Holdings, standing: Standing, lot: number, sink: number, other: number, given: number): boolean {
  const before = holdings.leftInAll();
  holdings.add(other, sink, -given);
  const least = holdings.nextGrant(lot, sink);
  if (least === 0) return false;
  holdings.add(lot, sink, Math.max(least, Math.min(holdings.left[lot] as number, holdings.roomFor(lot, sink))));
  augment(holdings, standing);
  return holdings.leftInAll() < before;
}
