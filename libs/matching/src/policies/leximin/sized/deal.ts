import type { Holdings } from './holdings.js';
import type { Standing } from './standing.js';

/** A sink and the cases of a lot that it would have if they could be cut. */
export interface Share {
  readonly sink: number;
  readonly cases: number;
}

/**
 * Deals a lot that goes to whole or to few destinations: first to those whose shares come to half a minimum or more, largest
 * first; then to others, worst off first but so that all cases find room; then what is left, case by case, to the worst off.
 */
export function dealLumpy(holdings: Holdings, standing: Standing, lot: number, shares: readonly Share[]): void {
  for (const { sink, cases } of shares) {
    const least = holdings.nextGrant(lot, sink);
    if (least === 0 || 2 * cases < least) continue;
    const whole = Math.min(Math.max(least, cases), holdings.left[lot] as number, holdings.roomFor(lot, sink));
    holdings.add(lot, sink, whole);
  }
  dealOut(holdings, standing, lot, [...(holdings.ofLot[lot] as Map<number, number>).keys()]);
  openDestinations(holdings, standing, lot);
  dealOut(holdings, standing, lot, [...(holdings.ofLot[lot] as Map<number, number>).keys()]);
  openDestinations(holdings, standing, lot);
}

/** The worst off first, as long as those that may still follow could take all that remains. */
function openDestinations(holdings: Holdings, standing: Standing, lot: number): void {
  for (;;) {
    const candidates = candidatesOf(holdings, lot);
    if (candidates.length === 0) return;
    candidates.sort((a, b) => (standing.isWorseOff(a, b) ? -1 : 1));
    const sink =
      candidates.find((candidate) => leavesEnoughRoom(holdings, lot, candidate, candidates)) ?? roomiest(holdings, lot, candidates);
    holdings.add(lot, sink, holdings.nextGrant(lot, sink));
  }
}

function candidatesOf(holdings: Holdings, lot: number): number[] {
  const candidates: number[] = [];
  if ((holdings.left[lot] as number) === 0 || !holdings.hasDestination(lot)) return candidates;
  holdings.problem.eachSink(lot, (sink) => {
    if (holdings.held(lot, sink) === 0 && holdings.nextGrant(lot, sink) > 0) candidates.push(sink);
  });
  return candidates;
}

/** Whether the destinations that remain, were they the roomiest, could hold all of the lot once this one is taken. */
function leavesEnoughRoom(holdings: Holdings, lot: number, candidate: number, candidates: readonly number[]): boolean {
  const holders = holdings.ofLot[lot] as Map<number, number>;
  const more = (holdings.problem.destinations[lot] as number) - holders.size - 1;
  let rest = (holdings.left[lot] as number) - holdings.roomFor(lot, candidate);
  for (const holder of holders.keys()) rest -= holdings.roomFor(lot, holder);
  if (rest <= 0) return true;
  if (more === 0) return false;
  const rooms = candidates.filter((sink) => sink !== candidate).map((sink) => holdings.roomFor(lot, sink));
  rooms.sort((a, b) => b - a);
  return rooms.slice(0, Math.min(more, rooms.length)).reduce((sum, room) => sum + room, 0) >= rest;
}

function roomiest(holdings: Holdings, lot: number, candidates: readonly number[]): number {
  return candidates.reduce((best, sink) => (holdings.roomFor(lot, sink) > holdings.roomFor(lot, best) ? sink : best));
}

/** Case by case to whoever of these is worst off and has room. */
export function dealOut(holdings: Holdings, standing: Standing, lot: number, sinks: readonly number[]): void {
  while ((holdings.left[lot] as number) > 0) {
    let taker = -1;
    for (const sink of sinks) {
      if (holdings.nextGrant(lot, sink) === 0) continue;
      if (taker < 0 || standing.isWorseOff(sink, taker)) taker = sink;
    }
    if (taker < 0) return;
    holdings.add(lot, taker, holdings.nextGrant(lot, taker));
  }
}
