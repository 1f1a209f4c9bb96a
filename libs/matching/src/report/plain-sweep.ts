import { TEMPERATURE_CLASSES } from '@wakachi/kernel';
import type { Plan } from '../plan/plan.js';
import type { GroupSet } from '../rules/eligibility-rows.js';
import type { TerrainLot } from '../rules/terrain.js';

/** What a group with none of a plain lot comes to, added up over lots; by group index. */
interface Sums {
  readonly lots: Float64Array;
  readonly cases: Float64Array;
}

/**
 * Most pairs of a large round are of lots that are used up, in groups that hold none of them: nothing but room can stop such a
 * pair, and room is the same for all lots of a class. So they are told apart 32 at a time and only counted.
 */
export class PlainSweep {
  /** Lots by what stops the group: no room in the class, the ceiling, nothing. */
  readonly capacity: Float64Array;
  readonly ceiling: Float64Array;
  readonly usedUp: Sums;
  private readonly full: readonly GroupSet[];
  private readonly atCeiling: GroupSet;
  private readonly isMeasured: readonly boolean[];

  constructor(private readonly plan: Plan) {
    const { groups } = plan.terrain;
    const setOf = (has: (place: number) => boolean) => {
      const set = new Uint32Array((groups.length + 31) >> 5);
      for (const place of groups.keys()) if (has(place)) set[place >> 5] = (set[place >> 5] as number) | (1 << (place & 31));
      return set;
    };
    const groupAt = (place: number) => groups[place] as (typeof groups)[number];
    this.full = TEMPERATURE_CLASSES.map((name) => setOf((place) => plan.casesRoomIn(name, groupAt(place)) < 1));
    this.atCeiling = setOf((place) => plan.ceilingLeft(groupAt(place)) < 1);
    this.isMeasured = TEMPERATURE_CLASSES.map((name) => groups.some(({ source }) => source.capacityMillilitres?.[name] !== undefined));
    this.capacity = new Float64Array(groups.length);
    this.ceiling = new Float64Array(groups.length);
    this.usedUp = { lots: new Float64Array(groups.length), cases: new Float64Array(groups.length) };
  }

  /** Whether only room can stop a pair of the lot. */
  isPlain(lot: TerrainLot): boolean {
    const { terrain } = this.plan;
    const { temperature, minCasesPerGroup = 0, maxCasesPerGroup = 1, maxGroups, onePerHousehold } = lot.source;
    return (
      terrain.requests === null &&
      terrain.locks.size === 0 &&
      lot.excluded.size === 0 &&
      minCasesPerGroup <= 1 &&
      maxCasesPerGroup >= 1 &&
      maxGroups === undefined &&
      onePerHousehold !== true &&
      !this.isMeasured[TEMPERATURE_CLASSES.indexOf(temperature)]
    );
  }

  /** Counts the lot with all groups of the row, which hold none of it. */
  count(lot: TerrainLot, row: GroupSet): void {
    const full = this.full[TEMPERATURE_CLASSES.indexOf(lot.source.temperature)] as GroupSet;
    const { lots, cases } = this.usedUp;
    for (let w = 0; w < row.length; w++) {
      const [word, noRoom, capped] = [row[w] as number, full[w] as number, this.atCeiling[w] as number];
      tally(this.capacity, w, word & noRoom, 1);
      tally(this.ceiling, w, word & ~noRoom & capped, 1);
      const open = word & ~noRoom & ~capped;
      tally(lots, w, open, 1);
      tally(cases, w, open, lot.source.cases);
    }
  }
}

function tally(sums: Float64Array, word: number, bits: number, amount: number): void {
  for (let rest = bits; rest !== 0; rest &= rest - 1) {
    const place = word * 32 + 31 - Math.clz32(rest & -rest);
    sums[place] = (sums[place] as number) + amount;
  }
}
