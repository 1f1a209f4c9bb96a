import { eachBit } from '../core/bits.js';
import type { Flow } from '../core/flow.js';

/** The sinks that can take cases of one lot, and how many: storage that is filled again for each lot. */
export class Candidates {
  count = 0;
  readonly sink: Int32Array;
  /** The most cases that the sink takes of the lot. */
  readonly most: Float64Array;

  constructor(
    private readonly flow: Flow,
    private readonly target: Float64Array,
  ) {
    this.sink = new Int32Array(flow.sinks);
    this.most = new Float64Array(flow.sinks);
  }

  /** Whoever is under their target and has room, in the order of their numbers. */
  find(lot: number): this {
    const { flow } = this;
    this.count = 0;
    const row = flow.rows[lot] as Uint32Array | null;
    if (row === null) for (const sink of flow.lists[lot] as Int32Array) this.consider(lot, sink);
    else for (let w = 0; w < row.length; w++) eachBit(row[w] as number, w, (sink) => this.consider(lot, sink));
    return this;
  }

  missing(sink: number): number {
    return (this.target[sink] as number) - (this.flow.total[sink] as number);
  }

  private consider(lot: number, sink: number): void {
    const missing = this.missing(sink);
    if (missing <= 0) return;
    const port = this.flow.portOf(lot, sink);
    const most = Math.min(missing, this.flow.roomOfPort(port), this.flow.roomOfPair(lot, port));
    if (most <= 0) return;
    this.sink[this.count] = sink;
    this.most[this.count] = most;
    this.count += 1;
  }
}
