import { eachBit } from './bit-rows.js';
import { CLASSES } from './facts.js';
import { givingOrder } from './giving-order.js';
import { type Residual, shelfOf } from './residual.js';

/** The lots that can reach a group over residual arcs, as a row of bits. Groups with the same lots share one object. */
export interface TightSet {
  readonly row: Uint32Array;
  readonly lots: number;
}

/**
 * By group index. The sets of the groups that could give a case to another lie within that other's, so each set is put
 * together from those found before; only within a ring is anything searched twice.
 */
export function tightSetsOf(residual: Residual): readonly TightSet[] {
  const found: TightSet[] = [];
  for (const group of givingOrder(residual)) found[group] = new Gathering(residual, found, group).all();
  return found;
}

class Gathering {
  private readonly row: Uint32Array;
  /** Lots whose holders have been asked, or lie in a set found before. */
  private readonly settled: Uint32Array;
  private readonly waitingLots: number[] = [];
  private readonly waitingGroups: number[] = [];
  private readonly metShelves = new Set<number>();
  private readonly metGroups = new Set<number>();
  private largest: TightSet | null = null;

  constructor(
    private readonly residual: Residual,
    private readonly found: readonly (TightSet | undefined)[],
    group: number,
  ) {
    this.row = new Uint32Array(residual.open.wordsPerRow);
    this.settled = new Uint32Array(residual.open.wordsPerRow);
    this.metGroups.add(group);
    this.addSourcesOf(group);
  }

  all(): TightSet {
    for (;;) {
      const lot = this.waitingLots.pop();
      const group = lot === undefined ? this.waitingGroups.pop() : undefined;
      if (lot !== undefined) this.askHolders(lot);
      else if (group !== undefined) this.addSourcesOf(group);
      else break;
    }
    const lots = countBits(this.row);
    return this.largest?.lots === lots ? this.largest : { row: this.row, lots };
  }

  private askHolders(lot: number): void {
    if ((((this.settled[lot >>> 5] as number) >>> (lot & 31)) & 1) === 1) return;
    this.settled[lot >>> 5] = (this.settled[lot >>> 5] as number) | (1 << (lot & 31));
    for (const holder of this.residual.holders[lot] as readonly number[]) {
      const temperature = this.residual.classOf[lot] as number;
      const shelf = shelfOf(holder, temperature);
      if (this.metShelves.has(shelf)) continue;
      this.metShelves.add(shelf);
      if (this.residual.hasRoom[shelf] === 0) this.add(holder, (i) => this.residual.lotsOf[temperature]?.[i] as number);
      if (!this.metGroups.has(holder)) this.meetGroup(holder);
    }
  }

  /** A set found before is taken whole; the rest waits, since a larger such set may come to cover it. */
  private meetGroup(group: number): void {
    this.metGroups.add(group);
    const known = this.found[group];
    if (known === undefined) {
      this.waitingGroups.push(group);
      return;
    }
    if (this.largest === null || known.lots > this.largest.lots) this.largest = known;
    for (let i = 0; i < this.row.length; i++) {
      const word = known.row[i] as number;
      this.row[i] = (this.row[i] as number) | word;
      this.settled[i] = (this.settled[i] as number) | word;
    }
  }

  /** The lots open to the group in the classes where it has room. */
  private addSourcesOf(group: number): void {
    const masks = CLASSES.flatMap((_, temperature) =>
      this.residual.hasRoom[shelfOf(group, temperature)] === 1 ? [this.residual.lotsOf[temperature] as Uint32Array] : [],
    );
    this.add(group, (i) => masks.reduce((word, mask) => word | (mask[i] as number), 0));
  }

  private add(group: number, maskAt: (word: number) => number): void {
    const open = this.residual.open.row(group);
    for (let i = 0; i < open.length; i++) {
      const fresh = (open[i] as number) & maskAt(i) & ~(this.row[i] as number);
      if (fresh === 0) continue;
      this.row[i] = (this.row[i] as number) | fresh;
      eachBit(fresh, i << 5, (lot) => this.waitingLots.push(lot));
    }
  }
}

function countBits(row: Uint32Array): number {
  let count = 0;
  for (const word of row) for (let rest = word; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
