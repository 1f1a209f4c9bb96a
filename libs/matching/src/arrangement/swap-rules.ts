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

  /** Cases more in the storage of a group, or fewer; whether that holds is asked afterwards. */
  take(lot: number, group: number, cases: number): void {
    this.room.take(lot, group, cases);
  }

  /** Whether a group may have what it now has of a lot; `isMore`: it has just got some of it. */
  mayKeep(lot: number, group: number, isMore: boolean): boolean {
    const [l, g] = [this.lot(lot), this.group(group)];
    const held = this.holdings.held(lot, group);
    if (held > 0 && held < leastGrant(l, g)) return false;
    if (isMore && this.isTooMuch(l, g, held)) return false;
    return (
      this.room.isEnough(group, lot) && (this.holdings.destinations[lot] as number) <= (l.source.maxGroups ?? Number.POSITIVE_INFINITY)
    );
  }

  /**
   * The most cases of a lot, up to so many, that one group can hand to another so that both end with none or with their minimum
   * of it; 0 when there are none. Storage is not looked at: something may be given in return.
   */
  mostToHandOver(lot: number, from: number, to: number, wanted: number): number {
    if (!this.holdings.isOpen(lot, to)) return 0;
    const [held, has] = [this.holdings.held(lot, from), this.holdings.held(lot, to)];
    const least = leastGrant(this.lot(lot), this.group(from));
    let cases = Math.min(wanted, held, this.moreOfPair(lot, to));
    if (cases < held && held - cases < least) cases = held - least;
    return cases > 0 && has + cases >= leastGrant(this.lot(lot), this.group(to)) ? cases : 0;
  }

  /** Cases that a group could give of a lot and still have its minimum. */
  mostToSpare(lot: number, group: number): number {
    return this.holdings.held(lot, group) - leastGrant(this.lot(lot), this.group(group));
  }

  /** Whether what is left of the lot could simply be given to the group. */
  couldBeGiven(lot: TerrainLot, group: number): boolean {
    if (!this.holdings.isOpen(lot.index, group)) return false;
    const isNew = this.holdings.held(lot.index, group) === 0;
    if (isNew && !this.hasPlaceForGroup(lot)) return false;
    const cases = isNew ? leastGrant(lot, this.group(group)) : 1;
    return cases <= Math.min(this.holdings.plan.left(lot), this.moreOfPair(lot.index, group), this.room.more(lot.index, group));
  }

  moreOfPair(lot: number, group: number): number {
    return pairCap(this.holdings.plan.terrain, this.lot(lot), this.group(group)) - this.holdings.held(lot, group);
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
    if (this.isTooMuch(l, g, before + cases)) return false;
    return before > 0 || (cases >= leastGrant(l, g) && this.hasPlaceForGroup(l));
  }

  private isTooMuch(lot: TerrainLot, group: TerrainGroup, cases: number): boolean {
    if (cases > pairCap(this.holdings.plan.terrain, lot, group)) return true;
    return this.leavesRoom && !isPooled(lot.source) && cases * lot.measure > (this.half[group.index] as number);
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
