import { EligibilityRows, type GroupSet } from '../rules/eligibility-rows.js';
import { failingRule } from '../rules/failing-rule.js';
import type { Terrain, TerrainGroup, TerrainLot } from '../rules/terrain.js';

/** Who may have which lot, without asking every rule of every pair: `failingRule` says the same, one pair at a time. */
export class EligibleGroups {
  private readonly rows: EligibilityRows;
  private readonly rowOf: GroupSet[];
  private readonly placeOf: number[];
  private readonly listed = new Map<GroupSet, readonly TerrainGroup[]>();

  /** @param order all groups, in the order in which they shall be listed */
  constructor(
    private readonly terrain: Terrain,
    private readonly order: readonly TerrainGroup[],
  ) {
    this.rows = new EligibilityRows(order);
    this.rowOf = terrain.lots.map((lot) => this.rows.rowOf(lot));
    this.placeOf = new Array<number>(order.length);
    for (const [place, group] of order.entries()) this.placeOf[group.index] = place;
  }

  of(lot: TerrainLot): readonly TerrainGroup[] {
    const row = this.rowOf[lot.index] as GroupSet;
    const groups = this.listed.get(row) ?? this.order.filter((_, place) => isIn(row, place));
    this.listed.set(row, groups);
    return this.asksMore(lot) ? groups.filter((group) => failingRule(this.terrain, lot, group) === null) : groups;
  }

  has(lot: TerrainLot, group: TerrainGroup): boolean {
    const isInRow = isIn(this.rowOf[lot.index] as GroupSet, this.placeOf[group.index] as number);
    return isInRow && (!this.asksMore(lot) || failingRule(this.terrain, lot, group) === null);
  }

  /** Rows know nothing of what is said about single pairs, nor of a minimum that a cap forbids. */
  private asksMore({ source, excluded }: TerrainLot): boolean {
    const { locks, requests } = this.terrain;
    const hasMinimum = (source.minCasesPerGroup ?? 0) > 1 || source.onePerHousehold === true || source.maxCasesPerGroup === 0;
    return locks.size > 0 || requests !== null || excluded.size > 0 || hasMinimum;
  }
}

function isIn(row: GroupSet, place: number): boolean {
  return (((row[place >> 5] as number) >>> (place & 31)) & 1) === 1;
}
