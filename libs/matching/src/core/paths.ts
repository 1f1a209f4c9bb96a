import type { Flow } from './flow.js';
import type { Goal, Layers } from './layers.js';
import type { Region } from './region.js';

const AT_START = -1;
const TRY_SINK = -2;

/**
 * Sends all that the layers allow (a blocking flow), depth first. Each node remembers how far it has looked; a node from which
 * no path leads on is exhausted for good.
 */
export class Paths {
  private readonly path: Int32Array;
  /** How the path enters each of its nodes: the pair, where it goes back from a port to a lot. */
  private readonly pairUsed: Int32Array;
  /** Per node: the word (of a row), the place (in a list), the pair (of a port) or the class (of a sink) that is tried next. */
  private readonly tried: Int32Array;

  constructor(
    private readonly flow: Flow,
    private readonly layers: Layers,
  ) {
    this.path = new Int32Array(flow.nodes);
    this.pairUsed = new Int32Array(flow.nodes);
    this.tried = new Int32Array(flow.nodes);
  }

  /**
   * Sends as much as possible, and `wanted` cases at most; answers how many are missing. When some are, the layers still hold
   * what the last, fruitless search has reached.
   */
  maximise(region: Region, goal: Goal, wanted: number): number {
    let missing = wanted;
    while (missing > 0 && this.layers.search(region, goal)) {
      missing -= this.block(goal);
      this.layers.clear();
    }
    return missing;
  }

  private block(goal: Goal): number {
    const { layers, flow } = this;
    for (let i = 0; i < layers.reached; i++) {
      const node = layers.queue[i] as number;
      this.tried[node] = node >= flow.lots && node < flow.firstSink ? TRY_SINK : AT_START;
    }
    let sent = 0;
    for (let i = 0; i < layers.reached && layers.depth[layers.queue[i] as number] === 0; i++) {
      const lot = layers.queue[i] as number;
      while ((flow.left[lot] as number) > 0) {
        const cases = this.sendOne(lot, goal);
        if (cases === 0) break;
        sent += cases;
      }
    }
    return sent;
  }

  /** Along one path; answers how many cases, 0 when there is no path. */
  private sendOne(from: number, goal: Goal): number {
    const { path, layers } = this;
    let top = 0;
    path[0] = from;
    for (;;) {
      const node = path[top] as number;
      const next = this.advance(node, top);
      if (next >= 0) {
        top += 1;
        path[top] = next;
        if (layers.isGoal(next, goal)) return this.send(top, goal);
      } else {
        if (top === 0) return 0;
        layers.exhaust(node);
        top -= 1;
      }
    }
  }

  /** The next node of a path through this one, or -1. */
  private advance(node: number, top: number): number {
    if (node < this.flow.lots) return this.flow.rows[node] === null ? this.alongList(node) : this.alongRow(node);
    return node < this.flow.firstSink ? this.alongPort(node, top) : this.alongSink(node);
  }

  private alongRow(lot: number): number {
    const { flow, layers, tried } = this;
    const storageClass = flow.problem.lots.classOf[lot] as number;
    const row = flow.rows[lot] as Uint32Array;
    const layer = layers.ports.layer((layers.depth[lot] as number) + 1, storageClass);
    const words = layers.ports.words[storageClass] as Int32Array;
    const count = layers.ports.wordCount[storageClass] as number;
    for (let i = Math.max(0, tried[lot] as number); i < count; i++) {
      const word = words[i] as number;
      const found = (row[word] as number) & (layer[word] as number);
      if (found === 0) continue;
      tried[lot] = i;
      return flow.lots + storageClass * flow.sinks + word * 32 + 31 - Math.clz32(found & -found);
    }
    tried[lot] = count;
    return -1;
  }

  private alongList(lot: number): number {
    const { flow, layers, tried } = this;
    const list = flow.lists[lot] as Int32Array;
    const firstPort = (flow.problem.lots.classOf[lot] as number) * flow.sinks;
    const next = (layers.depth[lot] as number) + 1;
    for (let i = Math.max(0, tried[lot] as number); i < list.length; i++) {
      const port = firstPort + (list[i] as number);
      if (layers.depth[flow.lots + port] !== next || (flow.isCapped[lot] === 1 && flow.roomOfPair(lot, port) === 0)) continue;
      tried[lot] = i;
      return flow.lots + port;
    }
    tried[lot] = list.length;
    return -1;
  }

  private alongPort(node: number, top: number): number {
    const { flow, layers, tried, pairUsed } = this;
    const port = node - flow.lots;
    const next = (layers.depth[node] as number) + 1;
    if (tried[node] === TRY_SINK) {
      const sink = flow.firstSink + (port % flow.sinks);
      if (layers.depth[sink] === next && layers.regionOf[sink] === layers.regionOf[node] && flow.roomOfPort(port) > 0) return sink;
      tried[node] = flow.pairs.first[port] as number;
    }
    for (let pair = tried[node] as number; pair >= 0; pair = flow.pairs.next[pair] as number) {
      const lot = flow.pairs.lotOf[pair] as number;
      if (layers.depth[lot] !== next || (flow.pairs.cases[pair] as number) === 0) continue;
      tried[node] = pair;
      pairUsed[top + 1] = pair;
      return lot;
    }
    tried[node] = -1;
    return -1;
  }

  private alongSink(node: number): number {
    const { flow, layers, tried } = this;
    const sink = node - flow.firstSink;
    const next = (layers.depth[node] as number) + 1;
    for (let c = Math.max(0, tried[node] as number); c < flow.classes; c++) {
      const port = c * flow.sinks + sink;
      if (layers.depth[flow.lots + port] !== next || (flow.through[port] as number) === 0) continue;
      tried[node] = c;
      return flow.lots + port;
    }
    tried[node] = flow.classes;
    return -1;
  }

  /** Sends as many cases along the path as all of it allows. */
  private send(top: number, { target }: Goal): number {
    const { flow, path } = this;
    const from = path[0] as number;
    const to = path[top] as number;
    let cases = flow.left[from] as number;
    if (to >= flow.firstSink)
      cases = Math.min(cases, (target[to - flow.firstSink] as number) - (flow.total[to - flow.firstSink] as number));
    for (let i = 0; i < top; i++) cases = Math.min(cases, this.roomOfStep(i));
    for (let i = 0; i < top; i++) this.take(i, cases);
    flow.left[from] = (flow.left[from] as number) - cases;
    if (to >= flow.firstSink) flow.total[to - flow.firstSink] = (flow.total[to - flow.firstSink] as number) + cases;
    else flow.left[to] = (flow.left[to] as number) + cases;
    return cases;
  }

  private roomOfStep(i: number): number {
    const { flow } = this;
    const node = this.path[i] as number;
    const next = this.path[i + 1] as number;
    if (node < flow.lots) return flow.roomOfPair(node, next - flow.lots);
    if (node >= flow.firstSink) return flow.through[next - flow.lots] as number;
    return next < flow.lots ? (flow.pairs.cases[this.pairUsed[i + 1] as number] as number) : flow.roomOfPort(node - flow.lots);
  }

  private take(i: number, cases: number): void {
    const { flow } = this;
    const node = this.path[i] as number;
    const next = this.path[i + 1] as number;
    if (node < flow.lots) flow.addToPair(node, next - flow.lots, cases);
    else if (node >= flow.firstSink) flow.through[next - flow.lots] = (flow.through[next - flow.lots] as number) - cases;
    else if (next < flow.lots) flow.takeFromPair(this.pairUsed[i + 1] as number, cases);
    else flow.through[node - flow.lots] = (flow.through[node - flow.lots] as number) + cases;
  }
}
