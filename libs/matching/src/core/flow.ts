import type { CoreProblem } from './core-problem.js';
import { PairFlows } from './pair-flows.js';

/**
 * A flow on the core's network and what of it can still move. Nodes have one numbering: lots, then ports (class by class),
 * then sinks.
 */
export class Flow {
  readonly lots: number;
  readonly sinks: number;
  readonly classes: number;
  readonly firstSink: number;
  readonly nodes: number;
  /** Cases of each lot that are not placed. */
  readonly left: Float64Array;
  /** Cases that each sink has. */
  readonly total: Float64Array;
  /** Cases that pass each port. */
  readonly through: Float64Array;
  readonly pairs: PairFlows;
  /** Per lot the sinks that could take one more case of it as far as the pair is concerned; null where `lists` has them. */
  readonly rows: (Uint32Array | null)[];
  /** Per lot all its sinks, whether or not the pair is full; null where `rows` has them. */
  readonly lists: (Int32Array | null)[];
  /** Whether some pair of the lot can fill up before the lot is used up. */
  readonly isCapped: Uint8Array;
  private readonly isOwnRow: Uint8Array;

  constructor(readonly problem: CoreProblem) {
    const { lots, sinks, classes, pairCaps } = problem;
    this.lots = lots.count;
    this.sinks = sinks.count;
    this.classes = classes;
    this.firstSink = lots.count + classes * sinks.count;
    this.nodes = this.firstSink + sinks.count;
    this.left = lots.supply.slice();
    this.total = new Float64Array(sinks.count);
    this.through = new Float64Array(classes * sinks.count);
    this.pairs = new PairFlows(classes * sinks.count);
    this.rows = lots.reach.map((reach) => (reach instanceof Uint32Array ? reach : null));
    this.lists = lots.reach.map((reach) => (reach instanceof Int32Array ? reach : null));
    this.isCapped = Uint8Array.from(lots.pairCap, (cap, lot) => (cap <= (lots.supply[lot] as number) ? 1 : 0));
    for (const key of pairCaps.keys()) this.isCapped[Math.floor(key / sinks.count)] = 1;
    this.isOwnRow = new Uint8Array(lots.count);
  }

  /** The port (counted from 0, not a node) through which the lot reaches the sink. */
  portOf(lot: number, sink: number): number {
    return (this.problem.lots.classOf[lot] as number) * this.sinks + sink;
  }

  roomOfPort(port: number): number {
    return (this.problem.sinks.room[port] as number) - (this.through[port] as number);
  }

  /** More cases that the pair takes; the lot's whole supply where no cap binds. */
  roomOfPair(lot: number, port: number): number {
    if (this.isCapped[lot] === 0) return Number.POSITIVE_INFINITY;
    const pair = this.pairs.find(lot, port);
    return this.capOfPair(lot, port) - (pair < 0 ? 0 : (this.pairs.cases[pair] as number));
  }

  /** Cases from the lot into the port. */
  addToPair(lot: number, port: number, cases: number): void {
    const pair = this.pairs.add(lot, port, cases);
    if (this.isCapped[lot] === 0) return;
    const row = this.rows[lot] as Uint32Array | null;
    if (row !== null && this.pairs.cases[pair] === this.capOfPair(lot, port)) this.setBit(lot, port % this.sinks, false);
  }

  /** Cases back from the port to the lot. */
  takeFromPair(pair: number, cases: number): void {
    const lot = this.pairs.lotOf[pair] as number;
    this.pairs.cases[pair] = (this.pairs.cases[pair] as number) - cases;
    if (this.isCapped[lot] === 0 || this.isOwnRow[lot] === 0) return;
    this.setBit(lot, (this.pairs.portOf[pair] as number) % this.sinks, true);
  }

  /** Places cases of the lot with the sink by the direct way. */
  place(lot: number, port: number, cases: number): void {
    const sink = port % this.sinks;
    this.addToPair(lot, port, cases);
    this.left[lot] = (this.left[lot] as number) - cases;
    this.through[port] = (this.through[port] as number) + cases;
    this.total[sink] = (this.total[sink] as number) + cases;
  }

  /** The reverse of `place`. */
  takeBack(pair: number, cases: number): void {
    const lot = this.pairs.lotOf[pair] as number;
    const port = this.pairs.portOf[pair] as number;
    const sink = port % this.sinks;
    this.takeFromPair(pair, cases);
    this.left[lot] = (this.left[lot] as number) + cases;
    this.through[port] = (this.through[port] as number) - cases;
    this.total[sink] = (this.total[sink] as number) - cases;
  }

  private capOfPair(lot: number, port: number): number {
    const cap = this.problem.lots.pairCap[lot] as number;
    if (this.problem.pairCaps.size === 0) return cap;
    return Math.min(cap, this.problem.pairCaps.get(lot * this.sinks + (port % this.sinks)) ?? cap);
  }

  /** Rows are shared by the lots of one signature until a pair of one of them fills up. */
  private setBit(lot: number, sink: number, isOpen: boolean): void {
    if (this.isOwnRow[lot] === 0) {
      this.rows[lot] = (this.rows[lot] as Uint32Array).slice();
      this.isOwnRow[lot] = 1;
    }
    const row = this.rows[lot] as Uint32Array;
    const bit = 1 << (sink & 31);
    const word = row[sink >> 5] as number;
    row[sink >> 5] = isOpen ? word | bit : word & ~bit;
  }
}
