import type { Holdings } from './holdings.js';
import type { Standing } from './standing.js';

/** Cases of a lot that one sink could give to another. */
interface Parcel {
  readonly lot: number;
  readonly cases: number;
  readonly amount: number;
}

const NOTHING: Parcel = { lot: -1, cases: 0, amount: 0 };

/**
 * Evens levels out against the relaxed ones: the worst off is offered, by those best off, one parcel for none or for another,
 * whatever comes nearest to setting both equal. It ends when nobody finds anything, or when the budget of comparisons is spent.
 */
export function exchange(holdings: Holdings, standing: Standing, budget: number, givers: number): number {
  let rest = budget;
  for (let isChanged = true; isChanged && rest > 0; ) {
    isChanged = false;
    const order = standing.order();
    for (const to of order) {
      if (rest <= 0) break;
      for (let i = order.length - 1, asked = 0; i >= 0 && asked < givers; i--, asked++) {
        const from = order[i] as number;
        if (from === to || !standing.isGain(from, to, 1)) continue;
        const trade = bestTrade(holdings, standing, from, to);
        rest -= trade.compared;
        if (trade.isDone) isChanged = true;
      }
    }
  }
  return rest;
}

function bestTrade(holdings: Holdings, standing: Standing, from: number, to: number): { isDone: boolean; compared: number } {
  const offered = parcels(holdings, from, to);
  const returned = [NOTHING, ...parcels(holdings, to, from)];
  let best: [Parcel, Parcel] | null = null;
  let nearest = Number.POSITIVE_INFINITY;
  for (const given of offered) {
    for (const back of returned) {
      const amount = given.amount - back.amount;
      if (amount <= 0 || given.lot === back.lot || !standing.isGain(from, to, amount)) continue;
      const distance = standing.distance(from, to, amount);
      if (distance >= nearest || !trial(holdings, from, to, given, back)) continue;
      [best, nearest] = [[given, back], distance];
    }
  }
  if (best !== null) apply(holdings, from, to, best[0], best[1]);
  return { isDone: best !== null, compared: 1 + offered.length * returned.length };
}

/** One case where both keep to the minimum, else the fewest that do: all that the giver holds, or the minimum of the taker. */
function parcels(holdings: Holdings, from: number, to: number): Parcel[] {
  const { problem } = holdings;
  const found: Parcel[] = [];
  for (const [lot, held] of holdings.ofSink[from] as Map<number, number>) {
    if (!problem.mayHave(lot, to)) continue;
    const has = holdings.held(lot, to);
    const needed = has > 0 ? 1 : problem.least(lot, to);
    const rest = held - needed;
    const cases = rest === 0 || rest >= problem.least(lot, from) ? needed : held;
    if (cases < needed || has + cases > problem.pairCap(lot, to)) continue;
    found.push({ lot, cases, amount: cases * (problem.measure[lot] as number) });
    if (cases < held && has + held <= problem.pairCap(lot, to))
      found.push({ lot, cases: held, amount: held * (problem.measure[lot] as number) });
  }
  return found;
}

function apply(holdings: Holdings, from: number, to: number, given: Parcel, back: Parcel): void {
  holdings.move(given.lot, from, to, given.cases);
  if (back.lot >= 0) holdings.move(back.lot, to, from, back.cases);
}

/** Whether the trade keeps to every limit; leaves all as it was. */
function trial(holdings: Holdings, from: number, to: number, given: Parcel, back: Parcel): boolean {
  apply(holdings, from, to, given, back);
  const isFine = [given, back].every(({ lot }) => lot < 0 || (holdings.isWithinLimits(lot, from) && holdings.isWithinLimits(lot, to)));
  holdings.move(given.lot, to, from, given.cases);
  if (back.lot >= 0) holdings.move(back.lot, from, to, back.cases);
  return isFine;
}
