import type { Plan } from '../../plan/plan.js';
import { byDate } from '../../policies/by-date.js';
import { seededOrder } from '../../policies/seeded-order.js';
import { failingRule } from '../../rules/failing-rule.js';
import type { TerrainLot } from '../../rules/terrain.js';
import { regionOf } from '../world/regions.js';
import type { World } from '../world/world.js';
import type { Accounts } from './accounts.js';
import { Bidder } from './bidder.js';
import { type Offer, offerAlone, offerTogether } from './offers.js';

/** About a pallet. */
const BUNDLE = 10;

/** Lots come under the hammer one after another, earliest date first, in bundles: the highest sealed bid takes a bundle and pays what it bid. */
export function auction(plan: Plan, { preferences }: World, accounts: Accounts): void {
  const places = seededOrder(plan.terrain);
  const groups = plan.terrain.groups.toSorted((a, b) => (places[a.index] as number) - (places[b.index] as number));
  const isEligible = (lot: TerrainLot, group: (typeof groups)[number]) => failingRule(plan.terrain, lot, group) === null;
  const bidders = groups.map((group) => {
    const lots = plan.terrain.lots.filter((lot) => isEligible(lot, group));
    return new Bidder(plan, accounts, preferences.get(group.source.id) ?? new Map(), group, lots);
  });
  const isSmall = ({ group }: Bidder) => accounts.isSmall(group.source);
  for (const lot of plan.terrain.lots.toSorted(byDate)) {
    const asked = bidders.filter(({ group }) => isEligible(lot, group));
    sell(plan, lot, asked, neighbours(asked.filter(isSmall)));
  }
}

/** A bundle that nobody bids for stays; the next may be smaller, and draw a bid. */
function sell(plan: Plan, lot: TerrainLot, bidders: readonly Bidder[], unions: readonly (readonly Bidder[])[]): void {
  for (const cases of bundlesOf(plan.left(lot))) {
    const alone = bidders.map((bidder) => offerAlone(plan, lot, cases, bidder));
    const together = unions.map((union) => offerTogether(plan, lot, cases, union));
    const best = highest([...alone, ...together]);
    for (const part of best?.parts ?? []) part.bidder.take(lot, part.cases, part.shares);
  }
}

function bundlesOf(cases: number): number[] {
  const rest = cases % BUNDLE;
  return [...new Array<number>((cases - rest) / BUNDLE).fill(BUNDLE), ...(rest > 0 ? [rest] : [])];
}

/** Of equal bids the first: groups in the order that breaks every tie, then unions. */
function highest(offers: readonly (Offer | null)[]): Offer | null {
  return offers.reduce((best, offer) => (offer !== null && offer.shares > (best?.shares ?? 0) ? offer : best), null);
}

/** Those of one region. */
function neighbours(bidders: readonly Bidder[]): Bidder[][] {
  const unions = new Map<number, Bidder[]>();
  for (const bidder of bidders) {
    const region = regionOf(bidder.group.source.prefecture);
    unions.set(region, [...(unions.get(region) ?? []), bidder]);
  }
  return [...unions.values()];
}
