import { isPooled } from '../report/origin.js';
import { leastGrant } from '../rules/least-grant.js';
import { pairCap } from '../rules/pair-cap.js';
import type { TerrainGroup, TerrainLot } from '../rules/terrain.js';
import type { Holdings } from './holdings.js';
import type { Swap } from './merits.js';
import { Room } from './room.js';

/** Whether a group may make its half of an exchange: minima, the most of a pair, destinations, storage and ceiling. */
export class SwapRules {
  private readonly room: Room;
  /** Half of what each group gets, in the measure: no swap changes how much that is. */
  private readonly half: Float64Array;

  /** @param leavesRoom whether a direct lot may fill no more than half of a group */
  constructor(
    private readonly holdings: Holdings,
    private readonly leavesRoom: boolean,
  ) {
    const { plan } = holdings;
    this.room = new Room(plan);
    this.half = Float64Array.from(plan.terrain.groups, (group) => plan.awarded(group) / 2);
  }

  may(swap: Swap): boolean {
    const { group, gives, given, takes, taken } = swap;
    return this.mayGive(gives, group, given) && this.mayTake(takes, group, taken) && this.room.holds(swap);
  }

  make(swap: Swap): void {
    this.room.make(swap);
  }

  /** Whether the group may have so many cases fewer of the lot: none at all, or no fewer than its minimum. */
  private mayGive(lot: number, group: number, cases: number): boolean {
    const rest = this.holdings.held(lot, group) - cases;
    return rest === 0 || rest >= leastGrant(this.lot(lot), this.group(group));
  }

  /** Of a lot that its donor ships, not more than half of all that the group gets: it would have little else. */
  private mayTake(lot: number, group: number, cases: number): boolean {
    if (!this.holdings.isOpen(lot, group)) return false;
    const before = this.holdings.held(lot, group);
    const [l, g] = [this.lot(lot), this.group(group)];
    if (before + cases > pairCap(this.holdings.plan.terrain, l, g)) return false;
    if (this.leavesRoom && !isPooled(l.source) && (before + cases) * l.measure > (this.half[group] as number)) return false;
    return before > 0 || (cases >= leastGrant(l, g) && this.hasPlaceForGroup(l));
  }

  /** Someone else may give all of theirs in the same exchange; that is not counted on. */
  private hasPlaceForGroup({ index, source }: TerrainLot): boolean {
    return (this.holdings.destinations[index] as number) < (source.maxGroups ?? Number.POSITIVE_INFINITY);
  }

  private lot(index: number): TerrainLot {
    return this.holdings.plan.terrain.lots[index] as TerrainLot;
  }

  private group(index: number): TerrainGroup {
    return this.holdings.plan.terrain.groups[index] as TerrainGroup;
  }
}
