import { TEMPERATURE_CLASSES } from '@wakachi/kernel';
import { eachBit } from '../../../core/bits.js';
import type { CoreProblem, Reach } from '../../../core/core-problem.js';
import type { Plan } from '../../../plan/plan.js';
import { leastGrant } from '../../../rules/least-grant.js';
import type { TerrainGroup, TerrainLot } from '../../../rules/terrain.js';
import { coreProblemOf } from '../core-problem-of.js';

/**
 * What the locks leave of a problem whose cases differ in size or whose lots have minima: the core's numbers, and beside them
 * what the core knows nothing of. Lots by index, sinks in the order in which ties break, ports as `class * sinks + sink`.
 */
export class SizedProblem {
  readonly core: CoreProblem;
  readonly groups: readonly TerrainGroup[];
  readonly lots: number;
  readonly sinks: number;
  /** What one case adds to a level's numerator, and to the filled storage (0 where nobody counts it). */
  readonly measure: Float64Array;
  readonly millilitres: Float64Array;
  /** By port. */
  readonly millilitresRoom: Float64Array;
  /** How many groups more a lot may go to. */
  readonly destinations: Float64Array;
  /** Whether a group may be unable to take a single case of the lot: a minimum of 2 or more. */
  readonly hasMinimum: Uint8Array;
  /** Per lot, as bits, the sinks that may have some of it: none whose minimum is beyond its room. Rows may be shared. */
  readonly rows: readonly Uint32Array[];
  private readonly terrainLots: readonly TerrainLot[];

  /** @param plan the locks and nothing else */
  constructor(plan: Plan, places: readonly number[]) {
    const { lots } = plan.terrain;
    const { core, groups } = coreProblemOf(plan, places);
    this.core = core;
    this.groups = groups;
    this.terrainLots = lots;
    this.lots = lots.length;
    this.sinks = groups.length;
    this.measure = Float64Array.from(lots, (lot) => lot.measure);
    this.millilitres = Float64Array.from(lots, ({ source }) => source.caseMillilitres ?? 0);
    this.millilitresRoom = Float64Array.from(
      TEMPERATURE_CLASSES.flatMap((name) => groups.map((group) => plan.millilitresRoomIn(name, group))),
    );
    this.destinations = Float64Array.from(lots, (lot) => (lot.source.maxGroups ?? Number.POSITIVE_INFINITY) - plan.holders(lot).size);
    this.hasMinimum = Uint8Array.from(lots, ({ source }) => ((source.minCasesPerGroup ?? 0) > 1 || source.onePerHousehold ? 1 : 0));
    this.rows = core.lots.reach.map((reach, lot) => this.usable(lot, rowOf(reach, this.sinks)));
  }

  /** Whether the lot goes to whole destinations only, or to few: such lots are dealt out before the others. */
  isLumpy(lot: number): boolean {
    return this.hasMinimum[lot] === 1 || (this.destinations[lot] as number) < this.sinks;
  }

  portOf(lot: number, sink: number): number {
    return (this.core.lots.classOf[lot] as number) * this.sinks + sink;
  }

  mayHave(lot: number, sink: number): boolean {
    return (((this.rows[lot]?.[sink >> 5] as number) >>> (sink & 31)) & 1) === 1;
  }

  /** The fewest cases with which the sink may start on the lot. */
  least(lot: number, sink: number): number {
    if (this.hasMinimum[lot] === 0) return 1;
    return leastGrant(this.terrainLots[lot] as TerrainLot, this.groups[sink] as TerrainGroup);
  }

  /** The most cases of the lot that the sink could ever hold by the pair's own caps. */
  pairCap(lot: number, sink: number): number {
    const cap = this.core.lots.pairCap[lot] as number;
    if (this.core.pairCaps.size === 0) return cap;
    return Math.min(cap, this.core.pairCaps.get(lot * this.sinks + sink) ?? cap);
  }

  /** The same with what is left of the lot, and the sink's room before anything but the locks is placed. */
  most(lot: number, sink: number): number {
    const port = this.portOf(lot, sink);
    const { lots, sinks } = this.core;
    const cases = Math.min(this.pairCap(lot, sink), lots.supply[lot] as number, sinks.room[port] as number, sinks.ceiling[sink] as number);
    const room = this.millilitresRoom[port] as number;
    if (room === Number.POSITIVE_INFINITY) return cases;
    return Math.min(cases, wholeParts(room, this.millilitres[lot] as number));
  }

  eachSink(lot: number, visit: (sink: number) => void): void {
    const row = this.rows[lot] as Uint32Array;
    for (let w = 0; w < row.length; w++) if (row[w] !== 0) eachBit(row[w] as number, w, visit);
  }

  private usable(lot: number, row: Uint32Array): Uint32Array {
    if (this.hasMinimum[lot] === 0) return row;
    const own = row.slice();
    for (let w = 0; w < row.length; w++) {
      eachBit(row[w] as number, w, (sink) => {
        if (this.least(lot, sink) > this.most(lot, sink)) own[w] = (own[w] as number) & ~(1 << (sink & 31));
      });
    }
    return own;
  }
}

/** How often a size goes into an amount. Not `Math.floor(a / b)`: that quotient may be rounded when `a` is large. */
export function wholeParts(amount: number, size: number): number {
  return size === 0 ? Number.POSITIVE_INFINITY : (amount - (amount % size)) / size;
}

function rowOf(reach: Reach, sinks: number): Uint32Array {
  if (reach instanceof Uint32Array) return reach;
  const row = new Uint32Array((sinks + 31) >> 5);
  for (const sink of reach) row[sink >> 5] = (row[sink >> 5] as number) | (1 << (sink & 31));
  return row;
}
