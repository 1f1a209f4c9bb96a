const FIRST_CAPACITY = 1024;

/** The pairs that have ever carried a case: found by lot and port, and threaded on one list per port. */
export class PairFlows {
  count = 0;
  lotOf = new Int32Array(FIRST_CAPACITY);
  portOf = new Int32Array(FIRST_CAPACITY);
  cases = new Float64Array(FIRST_CAPACITY);
  /** The next pair on the same port's list; -1 ends it. */
  next = new Int32Array(FIRST_CAPACITY);
  private isListed = new Uint8Array(FIRST_CAPACITY);
  /** First pair of each port's list; -1 = none. */
  readonly first: Int32Array;
  private table = new Int32Array(4 * FIRST_CAPACITY);

  constructor(ports: number) {
    this.first = new Int32Array(ports).fill(-1);
  }

  /** The pair's number, or -1 when it has never carried a case. */
  find(lot: number, port: number): number {
    const mask = this.table.length - 1;
    for (let at = slot(lot, port, mask); ; at = (at + 1) & mask) {
      const pair = (this.table[at] as number) - 1;
      if (pair < 0 || (this.lotOf[pair] === lot && this.portOf[pair] === port)) return pair;
    }
  }

  add(lot: number, port: number, cases: number): number {
    let pair = this.find(lot, port);
    if (pair < 0) pair = this.create(lot, port);
    this.cases[pair] = (this.cases[pair] as number) + cases;
    if (this.isListed[pair] === 0) {
      this.isListed[pair] = 1;
      this.next[pair] = this.first[port] as number;
      this.first[port] = pair;
    }
    return pair;
  }

  /** Takes pairs without cases off the port's list. Only between two walks: a walk may still stand on one of them. */
  tidy(port: number): void {
    let before = -1;
    for (let pair = this.first[port] as number; pair >= 0; pair = this.next[pair] as number) {
      if ((this.cases[pair] as number) > 0) before = pair;
      else {
        this.isListed[pair] = 0;
        if (before < 0) this.first[port] = this.next[pair] as number;
        else this.next[before] = this.next[pair] as number;
      }
    }
  }

  private create(lot: number, port: number): number {
    if (this.count === this.lotOf.length) this.grow();
    const pair = this.count++;
    this.lotOf[pair] = lot;
    this.portOf[pair] = port;
    this.enter(pair);
    return pair;
  }

  private enter(pair: number): void {
    const mask = this.table.length - 1;
    let at = slot(this.lotOf[pair] as number, this.portOf[pair] as number, mask);
    while (this.table[at] !== 0) at = (at + 1) & mask;
    this.table[at] = pair + 1;
  }

  private grow(): void {
    const capacity = 2 * this.lotOf.length;
    this.lotOf = grown(this.lotOf, new Int32Array(capacity));
    this.portOf = grown(this.portOf, new Int32Array(capacity));
    this.cases = grown(this.cases, new Float64Array(capacity));
    this.next = grown(this.next, new Int32Array(capacity));
    this.isListed = grown(this.isListed, new Uint8Array(capacity));
    this.table = new Int32Array(4 * capacity);
    for (let pair = 0; pair < this.count; pair++) this.enter(pair);
  }
}

function grown<T extends Int32Array | Float64Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

function slot(lot: number, port: number, mask: number): number {
  const mixed = Math.imul(lot, 0x9e3779b1) ^ Math.imul(port, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) & mask;
}
