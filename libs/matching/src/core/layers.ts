import type { Flow } from './flow.js';
import { PortBits } from './port-bits.js';
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
 * them at once.
 */
export class Layers {
  /** Distance of each node from a lot with cases left; -1 = not reached. */
  readonly depth: Int32Array;
  readonly regionOf: Int32Array;
  /** Nodes in the order in which they were reached. */
  readonly queue: Int32Array;
  reached = 0;
  readonly ports: PortBits;
  private goalDepth = 0;

  constructor(private readonly flow: Flow) {
    this.depth = new Int32Array(flow.nodes).fill(UNSEEN);
    this.regionOf = new Int32Array(flow.nodes);
    this.queue = new Int32Array(flow.nodes);
    this.ports = new PortBits(flow.sinks, flow.classes);
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
    const { flow, queue, depth } = this;
    this.ports.begin(region.ports.filter((port) => this.regionOf[flow.lots + port] === region.id));
    this.goalDepth = flow.nodes;
    for (const lot of region.lots) {
      if ((flow.left[lot] as number) === 0 || this.regionOf[lot] !== region.id) continue;
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
    this.ports.end();
    return this.goalDepth < flow.nodes;
  }

  /** Forgets what was reached. */
  clear(): void {
    const { queue, depth } = this;
    for (let i = 0; i < this.reached; i++) {
      const node = queue[i] as number;
      this.hide(node);
      depth[node] = UNSEEN;
    }
    this.reached = 0;
  }

  /** No path leads on from the node any more. */
  exhaust(node: number): void {
    this.hide(node);
    this.depth[node] = EXHAUSTED;
  }

  private hide(node: number): void {
    const { flow } = this;
    if (node >= flow.lots && node < flow.firstSink) this.ports.hide(node - flow.lots, this.depth[node] as number);
  }

  private fromLot(lot: number, next: number, region: number): void {
    const { flow } = this;
    const storageClass = flow.problem.lots.classOf[lot] as number;
    const row = flow.rows[lot] as Uint32Array | null;
    if (row === null) this.fromList(lot, storageClass, next, region);
    else this.ports.seeRow(row, storageClass, next, (sink) => this.reach(flow.lots + flow.portOf(lot, sink), next));
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
      if (this.ports.isUnseen(c, sink)) this.reachPort(c, sink, flow.lots + port, next);
    }
  }

  private reachPort(storageClass: number, sink: number, node: number, next: number): void {
    this.ports.see(storageClass, sink, next);
    this.reach(node, next);
  }

  private reach(node: number, depth: number): void {
    this.depth[node] = depth;
    this.queue[this.reached++] = node;
  }
}
