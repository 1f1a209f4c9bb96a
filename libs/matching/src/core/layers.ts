import type { Flow } from './flow.js';
import type { Region } from './region.js';

/**
 * Where a path may begin and end. Without a date: from any lot with cases left to a sink that has less than its target. With
 * one, where all targets are met: from a lot of that date to a placed lot of a later one, which gives way.
 */
export interface Goal {
  readonly target: Float64Array;
  readonly date: number | null;
}

const UNSEEN = -1;
const EXHAUSTED = -2;

/**
 * The layers of a breadth-first search over the residual network (Dinic, 1970). A lot that reaches many sinks looks at 32 of
 * them at once, and only at words in which some sink is unseen.
 */
export class Layers {
  /** Distance of each node from a lot with cases left; -1 = not reached. */
  readonly depth: Int32Array;
  readonly regionOf: Int32Array;
  /** Nodes in the order in which they were reached. */
  readonly queue: Int32Array;
  reached = 0;
  /** Per class, the words in which the region has a port. */
  readonly words: Int32Array[];
  readonly wordCount: Int32Array;
  private readonly unseen: Uint32Array[];
  private readonly liveWords: Int32Array[];
  private readonly liveCount: Int32Array;
  /** By depth and class: the ports of that depth as bits. */
  private readonly masks: Uint32Array[] = [];
  private readonly rowLength: number;
  private goalDepth = 0;

  constructor(private readonly flow: Flow) {
    this.depth = new Int32Array(flow.nodes).fill(UNSEEN);
    this.regionOf = new Int32Array(flow.nodes);
    this.queue = new Int32Array(flow.nodes);
    this.rowLength = (flow.sinks + 31) >> 5;
    const perClass = <T>(make: () => T) => Array.from({ length: flow.classes }, make);
    this.unseen = perClass(() => new Uint32Array(this.rowLength));
    this.words = perClass(() => new Int32Array(this.rowLength));
    this.liveWords = perClass(() => new Int32Array(this.rowLength));
    this.wordCount = new Int32Array(flow.classes);
    this.liveCount = new Int32Array(flow.classes);
  }

  /** Ports of a class at a depth, as bits: what a lot one step above may send to. */
  mask(depth: number, storageClass: number): Uint32Array {
    const at = depth * this.flow.classes + storageClass;
    while (this.masks.length <= at) this.masks.push(new Uint32Array(0));
    if (this.masks[at]?.length === 0) this.masks[at] = new Uint32Array(this.rowLength);
    return this.masks[at] as Uint32Array;
  }

  isGoal(node: number, { target, date }: Goal): boolean {
    const { flow } = this;
    if (node >= flow.firstSink) {
      const sink = node - flow.firstSink;
      return (flow.total[sink] as number) < (target[sink] as number);
    }
    return date !== null && node < flow.lots && (flow.problem.lots.dateRank[node] as number) > date;
  }

  /** Reaches out from the region's lots with cases left, up to the depth of the nearest goal; whether there is one. */
  search(region: Region, goal: Goal): boolean {
    this.begin(region);
    const { flow, queue, depth } = this;
    this.goalDepth = flow.nodes;
    for (const lot of region.lots) {
      if ((flow.left[lot] as number) === 0 || this.regionOf[lot] !== region.id) continue;
      if (goal.date !== null && flow.problem.lots.dateRank[lot] !== goal.date) continue;
      depth[lot] = 0;
      queue[this.reached++] = lot;
    }
    for (let head = 0; head < this.reached; head++) {
      const node = queue[head] as number;
      const next = (depth[node] as number) + 1;
      if (next > this.goalDepth) break;
      if (node < flow.lots) this.fromLot(node, next, region.id);
      else if (node < flow.firstSink) this.fromPort(node, next, region.id, goal);
      else this.fromSink(node, next);
    }
    this.endUnseen();
    return this.goalDepth < flow.nodes;
  }

  /** Forgets what was reached. */
  clear(): void {
    const { flow, queue, depth } = this;
    for (let i = 0; i < this.reached; i++) {
      const node = queue[i] as number;
      if (node >= flow.lots && node < flow.firstSink) this.hide(node);
      depth[node] = UNSEEN;
    }
    this.reached = 0;
  }

  /** No path leads on from the node any more. */
  exhaust(node: number): void {
    if (node >= this.flow.lots && node < this.flow.firstSink) this.hide(node);
    this.depth[node] = EXHAUSTED;
  }

  private hide(port: number): void {
    const { flow } = this;
    const index = port - flow.lots;
    const mask = this.masks[(this.depth[port] as number) * flow.classes + Math.floor(index / flow.sinks)];
    if (mask === undefined || mask.length === 0) return;
    const sink = index % flow.sinks;
    mask[sink >> 5] = (mask[sink >> 5] as number) & ~(1 << (sink & 31));
  }

  private begin(region: Region): void {
    const { flow } = this;
    this.wordCount.fill(0);
    for (const port of region.ports) {
      if (this.regionOf[flow.lots + port] !== region.id) continue;
      const storageClass = Math.floor(port / flow.sinks);
      const sink = port - storageClass * flow.sinks;
      const unseen = this.unseen[storageClass] as Uint32Array;
      const word = sink >> 5;
      if (unseen[word] === 0) {
        const count = this.wordCount[storageClass] as number;
        (this.words[storageClass] as Int32Array)[count] = word;
        (this.liveWords[storageClass] as Int32Array)[count] = word;
        this.wordCount[storageClass] = count + 1;
      }
      unseen[word] = (unseen[word] as number) | (1 << (sink & 31));
    }
    this.liveCount.set(this.wordCount);
  }

  private endUnseen(): void {
    for (let c = 0; c < this.flow.classes; c++) {
      const words = this.words[c] as Int32Array;
      const unseen = this.unseen[c] as Uint32Array;
      for (let i = 0; i < (this.wordCount[c] as number); i++) unseen[words[i] as number] = 0;
    }
  }

  private fromLot(lot: number, next: number, region: number): void {
    const { flow } = this;
    const storageClass = flow.problem.lots.classOf[lot] as number;
    const row = flow.rows[lot] as Uint32Array | null;
    if (row === null) this.fromList(lot, storageClass, next, region);
    else this.fromRow(row, storageClass, next);
  }

  private fromRow(row: Uint32Array, storageClass: number, next: number): void {
    const unseen = this.unseen[storageClass] as Uint32Array;
    const live = this.liveWords[storageClass] as Int32Array;
    const firstPort = this.flow.lots + storageClass * this.flow.sinks;
    const mask = this.mask(next, storageClass);
    let count = this.liveCount[storageClass] as number;
    for (let i = 0; i < count; i++) {
      const word = live[i] as number;
      const before = unseen[word] as number;
      let found = before & (row[word] as number);
      if (before === 0) {
        count -= 1;
        live[i] = live[count] as number;
        i -= 1;
        continue;
      }
      if (found === 0) continue;
      unseen[word] = before & ~found;
      mask[word] = (mask[word] as number) | found;
      while (found !== 0) {
        const bit = found & -found;
        found ^= bit;
        this.reach(firstPort + word * 32 + 31 - Math.clz32(bit), next);
      }
    }
    this.liveCount[storageClass] = count;
  }

  private fromList(lot: number, storageClass: number, next: number, region: number): void {
    const { flow } = this;
    const firstPort = storageClass * flow.sinks;
    for (const sink of flow.lists[lot] as Int32Array) {
      const port = firstPort + sink;
      const node = flow.lots + port;
      if (this.depth[node] !== UNSEEN || this.regionOf[node] !== region) continue;
      if (flow.isCapped[lot] === 1 && flow.roomOfPair(lot, port) === 0) continue;
      this.reachPort(storageClass, sink, node, next);
    }
  }

  private fromPort(node: number, next: number, region: number, goal: Goal): void {
    const { flow, depth } = this;
    const { pairs } = flow;
    const port = node - flow.lots;
    const sink = flow.firstSink + (port % flow.sinks);
    if (depth[sink] === UNSEEN && this.regionOf[sink] === region && flow.roomOfPort(port) > 0) {
      this.reach(sink, next);
      if (this.isGoal(sink, goal)) this.goalDepth = next;
    }
    pairs.tidy(port);
    for (let pair = pairs.first[port] as number; pair >= 0; pair = pairs.next[pair] as number) {
      const lot = pairs.lotOf[pair] as number;
      if (depth[lot] !== UNSEEN || this.regionOf[lot] !== region) continue;
      this.reach(lot, next);
      if (this.isGoal(lot, goal)) this.goalDepth = next;
    }
  }

  private fromSink(node: number, next: number): void {
    const { flow } = this;
    const sink = node - flow.firstSink;
    for (let c = 0; c < flow.classes; c++) {
      const port = c * flow.sinks + sink;
      if ((flow.through[port] as number) === 0) continue;
      const isUnseen = (((this.unseen[c] as Uint32Array)[sink >> 5] as number) >>> (sink & 31)) & 1;
      if (isUnseen === 1) this.reachPort(c, sink, flow.lots + port, next);
    }
  }

  private reachPort(storageClass: number, sink: number, node: number, next: number): void {
    const unseen = this.unseen[storageClass] as Uint32Array;
    const bit = 1 << (sink & 31);
    unseen[sink >> 5] = (unseen[sink >> 5] as number) & ~bit;
    const mask = this.masks[next * this.flow.classes + storageClass];
    if (mask !== undefined && mask.length > 0) mask[sink >> 5] = (mask[sink >> 5] as number) | bit;
    this.reach(node, next);
  }

  private reach(node: number, depth: number): void {
    this.depth[node] = depth;
    this.queue[this.reached++] = node;
  }
}
