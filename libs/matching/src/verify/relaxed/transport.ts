import { BitRows } from '../bit-rows.js';

/** Goods that go from lots over shelves to groups, in whatever unit all of these are counted. */
export interface Limits {
  /** Kinds of shelf that every group has; a shelf is `group * kinds + kind`. */
  readonly kinds: number;
  readonly kindOf: Uint8Array;
  readonly supply: Float64Array;
  /** By shelf, and by group. */
  readonly room: Float64Array;
  readonly ceiling: Float64Array;
  /** Group × lot. */
  readonly open: BitRows;
  /** Null where no pair has a cap of its own. */
  readonly pairCap: ((lot: number, group: number) => number) | null;
}

/** A flow and what is left of the limits. */
export class Transport {
  readonly lotCount: number;
  readonly groupCount: number;
  readonly left: Float64Array;
  readonly through: Float64Array;
  readonly total: Float64Array;
  /** By shelf: lot → amount, and by lot: the shelves that hold some of it. */
  readonly held: readonly Map<number, number>[];
  readonly holders: readonly Set<number>[];
  /** The pairs that could take more, as far as their own caps go. */
  readonly open: BitRows;
  readonly lotsOf: readonly Uint32Array[];

  constructor(readonly limits: Limits) {
    const { supply, ceiling, kinds, kindOf } = limits;
    this.lotCount = supply.length;
    this.groupCount = ceiling.length;
    this.left = supply.slice();
    this.through = new Float64Array(ceiling.length * kinds);
    this.total = new Float64Array(ceiling.length);
    this.held = Array.from(this.through, () => new Map());
    this.holders = Array.from(supply, () => new Set());
    this.open = new BitRows(ceiling.length, supply.length);
    const marks = new BitRows(kinds, supply.length);
    for (const [i, kind] of kindOf.entries()) marks.set(kind, i);
    this.lotsOf = Array.from({ length: kinds }, (_, kind) => marks.row(kind));
    for (let j = 0; j < ceiling.length; j++) {
      this.open.row(j).set(limits.open.row(j));
      for (let i = 0; limits.pairCap !== null && i < supply.length; i++) if (limits.pairCap(i, j) === 0) this.open.clear(j, i);
    }
  }

  groupOf(shelf: number): number {
    return Math.floor(shelf / this.limits.kinds);
  }

  shelvesOf(group: number): readonly number[] {
    const { kinds } = this.limits;
    return Array.from({ length: kinds }, (_, kind) => group * kinds + kind);
  }

  roomOf(shelf: number): number {
    return (this.limits.room[shelf] as number) - (this.through[shelf] as number);
  }

  pairRoom(lot: number, shelf: number): number {
    if (this.limits.pairCap === null) return Number.POSITIVE_INFINITY;
    return this.limits.pairCap(lot, this.groupOf(shelf)) - (this.held[shelf]?.get(lot) ?? 0);
  }

  /** More of a lot on a shelf, or less; lot, shelf and group are for the caller to keep in step. */
  shift(lot: number, shelf: number, amount: number): void {
    const held = this.held[shelf] as Map<number, number>;
    const now = (held.get(lot) ?? 0) + amount;
    if (now === 0) {
      held.delete(lot);
      this.holders[lot]?.delete(shelf);
    } else {
      held.set(lot, now);
      this.holders[lot]?.add(shelf);
    }
    if (this.limits.pairCap === null) return;
    if (this.pairRoom(lot, shelf) === 0) this.open.clear(this.groupOf(shelf), lot);
    else this.open.set(this.groupOf(shelf), lot);
  }

  /** Takes so much of a lot back from a group altogether. */
  giveBack(lot: number, shelf: number, amount: number): void {
    const group = this.groupOf(shelf);
    this.shift(lot, shelf, -amount);
    this.left[lot] = (this.left[lot] as number) + amount;
    this.through[shelf] = (this.through[shelf] as number) - amount;
    this.total[group] = (this.total[group] as number) - amount;
  }
}
