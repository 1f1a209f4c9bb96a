import type { Transport } from './transport.js';

const UNMET = -1;
const USED_UP = -2;

/** A part of the transport that is filled by itself. Nodes: lots, then shelves, then groups. */
export interface Part {
  readonly id: number;
  readonly groups: readonly number[];
  readonly lots: readonly number[];
}

/**
 * Fills groups up to what they want, searching from the groups back to lots with something left, in layers (Dinic 1970). What
 * the last search has met, and found nothing from, is the far side of a minimum cut.
 */
export class Saturation {
  readonly depth: Int32Array;
  readonly partOf: Int32Array;
  private readonly shelf0: number;
  private readonly group0: number;
  private readonly unmet: Uint32Array;
  private queue: number[] = [];
  private readonly next: number[];
  private readonly holderOf: (Iterator<number> | undefined)[] = [];

  constructor(
    private readonly net: Transport,
    private readonly wanted: Float64Array,
  ) {
    this.shelf0 = net.lotCount;
    this.group0 = net.lotCount + net.through.length;
    this.depth = new Int32Array(this.group0 + net.groupCount).fill(UNMET);
    this.partOf = new Int32Array(this.depth.length);
    this.unmet = new Uint32Array(net.open.wordsPerRow);
    this.next = new Array<number>(this.depth.length).fill(0);
  }

  nodeOfShelf(shelf: number): number {
    return this.shelf0 + shelf;
  }

  nodeOfGroup(group: number): number {
    return this.group0 + group;
  }

  shelvesOfPart(id: number): number[] {
    const nodes: number[] = [];
    for (let node = this.shelf0; node < this.group0; node++) if (this.partOf[node] === id) nodes.push(node);
    return nodes;
  }

  isMet(node: number): boolean {
    return this.depth[node] !== UNMET;
  }

  /** Answers whether every group of the part got what it wants. */
  fill(part: Part): boolean {
    for (;;) {
      const hungry = part.groups.filter((group) => (this.net.total[group] as number) < (this.wanted[group] as number));
      if (hungry.length === 0) {
        this.forget();
        return true;
      }
      if (!this.layer(part, hungry)) return false;
      for (const group of hungry) while ((this.net.total[group] as number) < (this.wanted[group] as number)) if (!this.feed(group)) break;
    }
  }

  forget(): void {
    for (const node of this.queue) this.depth[node] = UNMET;
    this.queue = [];
  }

  /** From the hungry groups back, layer by layer, up to the first with a lot that has something left. */
  private layer(part: Part, hungry: readonly number[]): boolean {
    this.forget();
    this.unmet.fill(0);
    for (const lot of part.lots) this.unmet[lot >>> 5] = (this.unmet[lot >>> 5] as number) | (1 << (lot & 31));
    let last = Number.POSITIVE_INFINITY;
    const meet = (node: number, depth: number) => {
      if (this.depth[node] !== UNMET || this.partOf[node] !== part.id) return;
      this.depth[node] = depth;
      this.next[node] = 0;
      this.queue.push(node);
      if (node >= this.shelf0) return;
      this.unmet[node >>> 5] = (this.unmet[node >>> 5] as number) & ~(1 << (node & 31));
      this.holderOf[node] = undefined;
      if ((this.net.left[node] as number) > 0) last = depth;
    };
    for (const group of hungry) meet(this.nodeOfGroup(group), 0);
    for (let i = 0; i < this.queue.length; i++) {
      const node = this.queue[i] as number;
      const depth = (this.depth[node] as number) + 1;
      if (depth > last) break;
      this.eachBefore(node, (before) => meet(before, depth));
    }
    return last < Number.POSITIVE_INFINITY;
  }

  private eachBefore(node: number, visit: (node: number) => void): void {
    const { net } = this;
    if (node >= this.group0) {
      for (const shelf of net.shelvesOf(node - this.group0)) if (net.roomOf(shelf) > 0) visit(this.nodeOfShelf(shelf));
    } else if (node >= this.shelf0) {
      const shelf = node - this.shelf0;
      const row = net.open.row(net.groupOf(shelf));
      const ofClass = net.lotsOf[shelf % net.limits.kinds] as Uint32Array;
      if ((net.through[shelf] as number) > 0) visit(this.nodeOfGroup(net.groupOf(shelf)));
      for (let w = 0; w < row.length; w++) {
        for (let rest = (row[w] as number) & (ofClass[w] as number) & (this.unmet[w] as number); rest !== 0; rest &= rest - 1) {
          visit(w * 32 + 31 - Math.clz32(rest & -rest));
        }
      }
    } else for (const shelf of net.holders[node] as Set<number>) visit(this.nodeOfShelf(shelf));
  }

  /** Along one path; answers whether there was one. */
  private feed(group: number): boolean {
    const path = [this.nodeOfGroup(group)];
    for (;;) {
      const node = path.at(-1) as number;
      if (node < this.shelf0 && (this.net.left[node] as number) > 0) {
        this.send(path);
        return true;
      }
      const before = this.step(node);
      if (before >= 0) path.push(before);
      else {
        this.depth[node] = USED_UP;
        path.pop();
        if (path.length === 0) return false;
      }
    }
  }

  /** The next node of a path, one layer on; −1 when there is none any more. */
  private step(node: number): number {
    const { net } = this;
    const depth = (this.depth[node] as number) + 1;
    const isNext = (other: number) => this.depth[other] === depth;
    if (node >= this.group0) {
      const shelves = net.shelvesOf(node - this.group0);
      for (; (this.next[node] as number) < shelves.length; this.next[node] = (this.next[node] as number) + 1) {
        const shelf = shelves[this.next[node] as number] as number;
        if (net.roomOf(shelf) > 0 && isNext(this.nodeOfShelf(shelf))) return this.nodeOfShelf(shelf);
      }
      return -1;
    }
    return node >= this.shelf0 ? this.stepFromShelf(node, isNext) : this.stepFromLot(node, isNext);
  }

  private stepFromShelf(node: number, isNext: (node: number) => boolean): number {
    const { net } = this;
    const shelf = node - this.shelf0;
    const group = this.nodeOfGroup(net.groupOf(shelf));
    if ((net.through[shelf] as number) > 0 && isNext(group)) return group;
    const row = net.open.row(net.groupOf(shelf));
    const ofClass = net.lotsOf[shelf % net.limits.kinds] as Uint32Array;
    for (; (this.next[node] as number) < row.length; this.next[node] = (this.next[node] as number) + 1) {
      const w = this.next[node] as number;
      for (let rest = (row[w] as number) & (ofClass[w] as number); rest !== 0; rest &= rest - 1) {
        const lot = w * 32 + 31 - Math.clz32(rest & -rest);
        if (isNext(lot)) return lot;
      }
    }
    return -1;
  }

  private stepFromLot(node: number, isNext: (node: number) => boolean): number {
    const { net } = this;
    const peeked = this.next[node] as number;
    if (peeked > 0 && net.held[peeked - 1]?.has(node) && isNext(this.nodeOfShelf(peeked - 1))) return this.nodeOfShelf(peeked - 1);
    const iterator = this.holderOf[node] ?? (net.holders[node] as Set<number>).values();
    this.holderOf[node] = iterator;
    for (let turn = iterator.next(); !turn.done; turn = iterator.next()) {
      this.next[node] = turn.value + 1;
      if (isNext(this.nodeOfShelf(turn.value))) return this.nodeOfShelf(turn.value);
    }
    return -1;
  }

  /** As much as the whole path lets through; it runs from the group back to the lot. */
  private send(path: readonly number[]): void {
    const { net } = this;
    const group = (path[0] as number) - this.group0;
    const from = path.at(-1) as number;
    let amount = Math.min((this.wanted[group] as number) - (net.total[group] as number), net.left[from] as number);
    const eachArc = (visit: (to: number, before: number) => void) => {
      for (let i = 0; i + 1 < path.length; i++) visit(path[i] as number, path[i + 1] as number);
    };
    eachArc((to, before) => {
      amount = Math.min(amount, this.arcRoom(to, before));
    });
    eachArc((to, before) => this.shiftArc(to, before, amount));
    net.left[from] = (net.left[from] as number) - amount;
    net.total[group] = (net.total[group] as number) + amount;
  }

  private arcRoom(to: number, before: number): number {
    const { net } = this;
    if (to >= this.group0) return net.roomOf(before - this.shelf0);
    if (to < this.shelf0) return net.held[before - this.shelf0]?.get(to) ?? 0;
    return before >= this.group0 ? (net.through[to - this.shelf0] as number) : net.pairRoom(before, to - this.shelf0);
  }

  private shiftArc(to: number, before: number, amount: number): void {
    const { net } = this;
    if (to >= this.group0) this.throughShelf(before - this.shelf0, amount);
    else if (to < this.shelf0) net.shift(to, before - this.shelf0, -amount);
    else if (before >= this.group0) this.throughShelf(to - this.shelf0, -amount);
    else net.shift(before, to - this.shelf0, amount);
  }

  private throughShelf(shelf: number, amount: number): void {
    this.net.through[shelf] = (this.net.through[shelf] as number) + amount;
  }
}
