import type { Holdings } from './holdings.js';
import type { Standing } from './standing.js';

/** How a lot was come to: the sink would take a case of `of` if it gave one of this lot. */
interface Step {
  readonly of: number;
  readonly sink: number;
}

/**
 * Places cases that are left by chains: a sink takes one and gives one of another lot, which goes on to the next, until
 * somebody has room. Whatever a fruitless search has met leads nowhere for the lots that come after it as well.
 */
export function augment(holdings: Holdings, standing: Standing): boolean {
  const dead = new Uint8Array(holdings.left.length);
  let isChanged = false;
  for (const lot of lotsLeft(holdings)) {
    while ((holdings.left[lot] as number) > 0 && new Chain(holdings, standing, dead, lot).place()) isChanged = true;
  }
  return isChanged;
}

/**
 * At the cases that are placed, puts larger cases in the place of smaller ones, and of one size earlier dates in the place of
 * later ones: what is left is led along a chain to a lot that comes after it, of which one case then stays behind.
 */
export function placeBetter(holdings: Holdings, standing: Standing): boolean {
  const dead = new Uint8Array(holdings.left.length);
  let isChanged = false;
  for (const lot of [...holdings.left.keys()].sort((a, b) => rank(holdings, a, b))) {
    while ((holdings.left[lot] as number) > 0 && new Chain(holdings, standing, dead, lot).replace()) isChanged = true;
  }
  return isChanged;
}

/** The larger measure first, then the earlier date. */
function rank({ problem }: Holdings, a: number, b: number): number {
  const { dateRank } = problem.core.lots;
  return (problem.measure[b] as number) - (problem.measure[a] as number) || (dateRank[a] as number) - (dateRank[b] as number);
}

export function lotsLeft({ left, problem }: Holdings): number[] {
  const { dateRank } = problem.core.lots;
  const lots = [...left.keys()].filter((lot) => (left[lot] as number) > 0);
  return lots.sort((a, b) => (dateRank[a] as number) - (dateRank[b] as number) || a - b);
}

export class Chain {
  private readonly step = new Map<number, Step | null>();
  private readonly queue: number[] = [];

  constructor(
    private readonly holdings: Holdings,
    private readonly standing: Standing,
    private readonly dead: Uint8Array,
    from: number,
    private readonly avoided = -1,
  ) {
    this.meet(from, null);
  }

  place(): boolean {
    for (let i = 0; i < this.queue.length; i++) {
      const lot = this.queue[i] as number;
      const end = this.endOf(lot);
      if (end >= 0 && this.follow(lot, end)) return true;
      this.expand(lot);
    }
    for (const lot of this.queue) this.dead[lot] = 1;
    return false;
  }

  /** Leads a case to the last in rank of all lots that can be come to, and takes one of that back. */
  replace(): boolean {
    for (let i = 0; i < this.queue.length; i++) this.expand(this.queue[i] as number);
    const [from] = this.queue as [number];
    const worse = this.queue.filter((lot) => rank(this.holdings, from, lot) < 0).sort((a, b) => rank(this.holdings, b, a) || a - b);
    for (const lot of worse) if (this.follow(lot, -1)) return true;
    for (const lot of this.queue) this.dead[lot] = 1;
    return false;
  }

  private meet(lot: number, step: Step | null): void {
    if (this.step.has(lot) || (this.dead[lot] === 1 && step !== null)) return;
    this.step.set(lot, step);
    this.queue.push(lot);
  }

  /** Who has room for a case of the lot, as if one were left of it: the worst off; -1 = nobody. */
  private endOf(lot: number): number {
    const { holdings, standing } = this;
    let end = -1;
    holdings.problem.eachSink(lot, (sink) => {
      holdings.work += 1;
      if (this.canStart(lot, sink) && holdings.roomFor(lot, sink) >= 1 && (end < 0 || standing.isWorseOff(sink, end))) end = sink;
    });
    return end;
  }

  /** Whether a single case more is enough for the sink to hold the lot, and destinations allow it. */
  private canStart(lot: number, sink: number): boolean {
    const { holdings } = this;
    if (sink === this.avoided) return false;
    return holdings.held(lot, sink) > 0 || (holdings.hasDestination(lot) && holdings.problem.least(lot, sink) === 1);
  }

  private expand(lot: number): void {
    const { holdings } = this;
    const { problem } = holdings;
    problem.eachSink(lot, (sink) => {
      if (!this.canStart(lot, sink) || holdings.held(lot, sink) >= problem.pairCap(lot, sink)) return;
      for (const [other, cases] of holdings.ofSink[sink] as Map<number, number>) {
        holdings.work += 1;
        if (this.step.has(other) || this.dead[other] === 1) continue;
        if (cases > 1 && cases <= problem.least(other, sink)) continue;
        if (cases === 1 || cases > problem.least(other, sink)) if (this.fitsFor(lot, other, sink)) this.meet(other, { of: lot, sink });
      }
    });
  }

  private fitsFor(lot: number, other: number, sink: number): boolean {
    const { holdings } = this;
    const { problem } = holdings;
    const port = problem.portOf(lot, sink);
    const isSame = problem.portOf(other, sink) === port;
    if (holdings.roomOfPort(port) + (isSame ? 1 : 0) < 1 || holdings.ceilingOf(sink) + 1 < 1) return false;
    const freed = isSame ? (problem.millilitres[other] as number) : 0;
    return holdings.millilitresOfPort(port) + freed >= (problem.millilitres[lot] as number);
  }

  /** From the end back, so that whoever takes has been given the room; undone where two steps were in each other's way. */
  private follow(lot: number, end: number): boolean {
    const { holdings } = this;
    const moves: [number, number, number][] = [];
    for (let [at, to] = [lot, end]; ; ) {
      const step = this.step.get(at) ?? null;
      if (to >= 0) moves.push([at, to, 1]);
      if (step === null) break;
      moves.push([at, step.sink, -1]);
      [at, to] = [step.of, step.sink];
    }
    for (const [of, sink, cases] of moves) holdings.add(of, sink, cases);
    if (moves.every(([of, sink]) => holdings.isWithinLimits(of, sink))) return true;
    for (const [of, sink, cases] of moves.reverse()) holdings.add(of, sink, -cases);
    return false;
  }
}
