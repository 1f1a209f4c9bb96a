import type { Plan } from '../../plan/plan.js';
import type { TerrainGroup, TerrainLot } from '../../rules/terrain.js';
import type { Preferences } from '../world/preferences.js';
import type { Accounts } from './accounts.js';

/** Twenty households are content with half as much of a thing again for every case they have of it. */
const HOUSEHOLDS_PER_CASE = 20;
const SCALE = 1_000;

/**
 * Bids for a group, from its stored preferences alone: it offers what its purse lets it pay for its part of all that it would
 * like in the round. Were all groups alike, the bundles of a round would together cost all shares there are. A bid knows no
 * other bid, so it is sealed.
 */
export class Bidder {
  private readonly hasOf = new Map<string, number>();
  private readonly liked: bigint;

  /** @param lots those that the group may have of in this round */
  constructor(
    private readonly plan: Plan,
    private readonly accounts: Accounts,
    private readonly preferences: Preferences,
    readonly group: TerrainGroup,
    lots: readonly TerrainLot[],
  ) {
    this.liked = lots.reduce((sum, lot) => sum + BigInt(lot.source.cases) * this.worth(lot), 0n);
  }

  /** Shares for so many cases of a lot; 0 = no bid. */
  bid(lot: TerrainLot, cases: number): number {
    const { source } = this.group;
    const purse = this.accounts.purse(source);
    if (purse <= 0 || this.liked === 0n) return 0;
    const wanted = BigInt(cases) * this.worth(lot) * BigInt(purse) * BigInt(this.accounts.allNeeds);
    const shares = wanted / (BigInt(source.need) * this.liked);
    return shares < BigInt(purse) ? Number(shares) : purse;
  }

  take(lot: TerrainLot, cases: number, shares: number): void {
    this.plan.grant(lot, this.group, cases);
    this.accounts.pay(this.group.source.id, shares);
    const category = categoryOf(lot);
    this.hasOf.set(category, (this.hasOf.get(category) ?? 0) + cases);
  }

  /** Of one case: the preference, which falls as the group wins more of the category. */
  private worth(lot: TerrainLot): bigint {
    const category = categoryOf(lot);
    const { need } = this.group.source;
    const satiated = need + HOUSEHOLDS_PER_CASE * (this.hasOf.get(category) ?? 0);
    return BigInt(SCALE * (this.preferences.get(category) ?? 0) * need) / BigInt(satiated);
  }
}

function categoryOf(lot: TerrainLot): string {
  return lot.source.category ?? '';
}
