import type { Plan } from '../../plan/plan.js';
import { sharesOf } from '../../policies/pro-rata/shares-of.js';
import { leastGrant } from '../../rules/least-grant.js';
import type { TerrainLot } from '../../rules/terrain.js';
import type { Bidder } from './bidder.js';

/** A bid on a bundle: one group's, or several groups' together, each for its part and with its own shares. */
export interface Offer {
  readonly parts: readonly { readonly bidder: Bidder; readonly cases: number; readonly shares: number }[];
  readonly shares: number;
}

/** A group that can take the whole bundle bids for it; null when it cannot, or offers nothing. */
export function offerAlone(plan: Plan, lot: TerrainLot, cases: number, bidder: Bidder): Offer | null {
  if (!canTake(plan, lot, bidder) || plan.room(lot, bidder.group) < cases || leastPart(plan, lot, bidder) > cases) return null;
  return offerOf([{ bidder, cases, shares: bidder.bid(lot, cases) }]);
}

/** Small neighbours share a bundle in proportion to need, and add their bids up; null unless at least two get all of it between them. Who would pay nothing is not among them. */
export function offerTogether(plan: Plan, lot: TerrainLot, cases: number, bidders: readonly Bidder[]): Offer | null {
  const able = bidders.filter((bidder) => canTake(plan, lot, bidder) && leastPart(plan, lot, bidder) <= cases && bidder.bid(lot, 1) > 0);
  const claims = able.map((bidder) => ({
    group: bidder.group,
    need: bidder.group.source.need,
    least: leastPart(plan, lot, bidder),
    most: Math.min(cases, plan.room(lot, bidder.group)),
  }));
  if (claims.length < 2) return null;
  const cuts = new Map(sharesOf(cases, claims, (lot.source.maxGroups ?? Number.POSITIVE_INFINITY) - plan.holders(lot).size));
  if (cuts.size < 2 || [...cuts.values()].reduce((sum, part) => sum + part, 0) < cases) return null;
  return offerOf(
    able.flatMap((bidder) => {
      const part = cuts.get(bidder.group);
      return part === undefined ? [] : [{ bidder, cases: part, shares: bidder.bid(lot, part) }];
    }),
  );
}

function canTake(plan: Plan, lot: TerrainLot, { group }: Bidder): boolean {
  return plan.nextGrant(lot, group) > 0;
}

function leastPart(plan: Plan, lot: TerrainLot, { group }: Bidder): number {
  return plan.held(lot, group) > 0 ? 1 : leastGrant(lot, group);
}

function offerOf(parts: Offer['parts']): Offer | null {
  const shares = parts.reduce((sum, part) => sum + part.shares, 0);
  return shares > 0 ? { parts, shares } : null;
}
