import { assert } from '@wakachi/kernel';
import { type SizedProblem, wholeParts } from './sized-problem.js';

/** A plan in the making, beyond the locks: who holds what, and what room is left. Every change keeps to every hard rule but minima. */
export class Holdings {
  /** Cases of each lot that are not placed. */
  readonly left: Float64Array;
  /** Per sink, in the measure. */
  readonly awarded: Float64Array;
  readonly ofSink: readonly Map<number, number>[];
  readonly ofLot: readonly Map<number, number>[];
  /** Work done in searches, in pairs looked at: what budgets are counted in. */
  work = 0;
  private readonly room: Float64Array;
  private readonly millilitres: Float64Array;
  private readonly ceiling: Float64Array;
  /** Lot, sink and cases of every change since a trial began; null outside one. */
  private log: number[] | null = null;

  constructor(readonly problem: SizedProblem) {
    const { core } = problem;
    this.left = core.lots.supply.slice();
    this.awarded = new Float64Array(problem.sinks);
    this.ofSink = Array.from({ length: problem.sinks }, () => new Map());
    this.ofLot = Array.from({ length: problem.lots }, () => new Map());
    this.room = core.sinks.room.slice();
    this.millilitres = problem.millilitresRoom.slice();
    this.ceiling = core.sinks.ceiling.slice();
  }

  held(lot: number, sink: number): number {
    return (this.ofSink[sink] as Map<number, number>).get(lot) ?? 0;
  }

  /** More cases of the lot that the sink could hold, were there enough of them and destinations free. */
  roomFor(lot: number, sink: number): number {
    const { problem } = this;
    const port = problem.portOf(lot, sink);
    const cases = Math.min(problem.pairCap(lot, sink) - this.held(lot, sink), this.room[port] as number, this.ceiling[sink] as number);
    const free = this.millilitres[port] as number;
    if (free === Number.POSITIVE_INFINITY) return cases;
    return Math.min(cases, wholeParts(free, problem.millilitres[lot] as number));
  }

  /** Whether the lot may go to one more destination. */
  hasDestination(lot: number): boolean {
    return (this.ofLot[lot] as Map<number, number>).size < (this.problem.destinations[lot] as number);
  }

  /** The smallest number of cases that the sink can be given of the lot next; 0 when it may have none. */
  nextGrant(lot: number, sink: number): number {
    if (!this.problem.mayHave(lot, sink)) return 0;
    const isNew = this.held(lot, sink) === 0;
    if (isNew && !this.hasDestination(lot)) return 0;
    const cases = isNew ? this.problem.least(lot, sink) : 1;
    return cases <= Math.min(this.left[lot] as number, this.roomFor(lot, sink)) ? cases : 0;
  }

  /** Gives cases, or takes them back where the number is negative. */
  add(lot: number, sink: number, cases: number): void {
    const { problem } = this;
    this.log?.push(lot, sink, cases);
    const port = problem.portOf(lot, sink);
    const held = this.held(lot, sink) + cases;
    const [ofSink, ofLot] = [this.ofSink[sink] as Map<number, number>, this.ofLot[lot] as Map<number, number>];
    assert(held >= 0, 'nobody gives back what it does not hold');
    if (held === 0) {
      ofSink.delete(lot);
      ofLot.delete(sink);
    } else {
      ofSink.set(lot, held);
      ofLot.set(sink, held);
    }
    this.left[lot] = (this.left[lot] as number) - cases;
    this.awarded[sink] = (this.awarded[sink] as number) + cases * (problem.measure[lot] as number);
    this.room[port] = (this.room[port] as number) - cases;
    this.millilitres[port] = (this.millilitres[port] as number) - cases * (problem.millilitres[lot] as number);
    this.ceiling[sink] = (this.ceiling[sink] as number) - cases;
  }

  /** Makes a change and keeps it if the answer is yes; else all is again as it was. */
  attempt(change: () => boolean): boolean {
    assert(this.log === null, 'one trial at a time');
    const log: number[] = [];
    this.log = log;
    const isKept = change();
    this.log = null;
    for (let i = log.length - 3; i >= 0 && !isKept; i -= 3) this.add(log[i] as number, log[i + 1] as number, -(log[i + 2] as number));
    return isKept;
  }

  /** Cases of all lots that are not placed. */
  leftInAll(): number {
    return this.left.reduce((sum, cases) => sum + cases, 0);
  }

  move(lot: number, from: number, to: number, cases: number): void {
    this.add(lot, from, -cases);
    this.add(lot, to, cases);
  }

  roomOfPort(port: number): number {
    return this.room[port] as number;
  }

  millilitresOfPort(port: number): number {
    return this.millilitres[port] as number;
  }

  ceilingOf(sink: number): number {
    return this.ceiling[sink] as number;
  }

  /** Whether nothing is over its limit: asked after an exchange, of whom it concerns. */
  isWithinLimits(lot: number, sink: number): boolean {
    const port = this.problem.portOf(lot, sink);
    if ((this.room[port] as number) < 0 || (this.millilitres[port] as number) < 0 || (this.ceiling[sink] as number) < 0) return false;
    const held = this.held(lot, sink);
    if (held > 0 && (held < this.problem.least(lot, sink) || held > this.problem.pairCap(lot, sink))) return false;
    return (this.ofLot[lot] as Map<number, number>).size <= (this.problem.destinations[lot] as number);
  }
}
