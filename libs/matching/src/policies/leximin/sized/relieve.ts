import { Chain } from './augment.js';
import type { Holdings } from './holdings.js';
import type { Standing } from './standing.js';

/**
 * Who is above its relaxed level gives a case to whoever a chain leads to. Where storages are full this goes through several
 * hands, which no exchange between two finds. Kept when less is missing to the relaxed levels in all.
 */
export function relieve(holdings: Holdings, standing: Standing, budget: number): boolean {
  const end = holdings.work + budget;
  let isChanged = false;
  for (const sink of standing.order().reverse()) {
    for (const lot of [...(holdings.ofSink[sink] as Map<number, number>).keys()]) {
      while (holdings.work < end && standing.excess(sink) > 0 && givesOne(holdings, standing, lot, sink)) isChanged = true;
    }
  }
  return isChanged;
}

function givesOne(holdings: Holdings, standing: Standing, lot: number, sink: number): boolean {
  if (holdings.held(lot, sink) === 0 || !givesSingly(holdings, lot, sink)) return false;
  return holdings.attempt(() => {
    const before = standing.missing();
    holdings.add(lot, sink, -1);
    const isPlaced = new Chain(holdings, standing, new Uint8Array(holdings.left.length), lot, sink).place();
    return isPlaced && standing.missing() < before;
  });
}

/**
 * Who is worst off takes a larger case from one who is better off and gives up a smaller one, which a chain leads on, perhaps
 * back to the giver. Kept when less is missing in all.
 */
export function passOn(holdings: Holdings, standing: Standing, budget: number, givers: number): boolean {
  const end = holdings.work + budget;
  let isChanged = false;
  const order = standing.order();
  for (const to of order) {
    if (standing.excess(to) >= 0) break;
    for (const from of order.slice(-givers).reverse()) {
      while (holdings.work < end && from !== to && standing.isGain(from, to, 1) && passesOn(holdings, standing, from, to, end))
        isChanged = true;
    }
  }
  return isChanged;
}

function passesOn(holdings: Holdings, standing: Standing, from: number, to: number, end: number): boolean {
  const { problem } = holdings;
  for (const given of [...(holdings.ofSink[from] as Map<number, number>).keys()]) {
    if (!problem.mayHave(given, to) || !givesSingly(holdings, given, from)) continue;
    for (const back of [...(holdings.ofSink[to] as Map<number, number>).keys()]) {
      const amount = (problem.measure[given] as number) - (problem.measure[back] as number);
      if (holdings.work >= end) return false;
      holdings.work += 1;
      if (back === given || amount <= 0 || !givesSingly(holdings, back, to) || !standing.isGain(from, to, amount)) continue;
      const isKept = holdings.attempt(() => {
        const before = standing.missing();
        holdings.add(back, to, -1);
        holdings.move(given, from, to, 1);
        if (!holdings.isWithinLimits(given, to) || !holdings.isWithinLimits(back, to) || !holdings.isWithinLimits(given, from))
          return false;
        const isPlaced = new Chain(holdings, standing, new Uint8Array(holdings.left.length), back, to).place();
        return isPlaced && standing.missing() < before;
      });
      if (isKept) return true;
    }
  }
  return false;
}

function givesSingly(holdings: Holdings, lot: number, sink: number): boolean {
  const held = holdings.held(lot, sink);
  return held === 1 || held > holdings.problem.least(lot, sink);
}
