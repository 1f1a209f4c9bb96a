import { compareQuotients } from '../../../numbers/compare-quotients.js';
import type { Holdings } from './holdings.js';
import { type SizedProblem, wholeParts } from './sized-problem.js';

/** By port, the most cases that fit in beyond these holdings: as many as there is room for, or as the smallest cases fill. */
export function mostCases(holdings: Holdings, supply: Float64Array): Float64Array {
  const filling = new Filling(holdings, supply, holdings.problem.rows, holdings.problem.measure);
  return holdings.problem.millilitresRoom.map((_, port) => filling.mostCases(port));
}

/** By port, the most that so many cases may come to beyond these holdings, of what `rows` leave open and by these sizes. */
export function mostOfPorts(
  holdings: Holdings,
  supply: Float64Array,
  rows: readonly Uint32Array[],
  portCases: Float64Array,
  sizes: Float64Array,
): Float64Array {
  const filling = new Filling(holdings, supply, rows, sizes);
  return portCases.map((cases, port) => filling.mostOfPort(port, cases));
}

/** By sink, the most of the measure that its ceiling allows. */
export function mostOfSinks(holdings: Holdings, supply: Float64Array, rows: readonly Uint32Array[], portCases: Float64Array): Float64Array {
  const filling = new Filling(holdings, supply, rows, holdings.problem.measure);
  return holdings.awarded.map((_, sink) => filling.mostOfSink(sink, portCases));
}

/** Cases of the lot that can be placed at all: at most so many destinations as may be and as have room for their minima, each with the most that it could hold. */
export function placeable(problem: SizedProblem, lot: number): number {
  const supply = problem.core.lots.supply[lot] as number;
  if (problem.hasMinimum[lot] === 0 && problem.destinations[lot] === Number.POSITIVE_INFINITY) return supply;
  const most: number[] = [];
  const least: number[] = [];
  problem.eachSink(lot, (sink) => {
    most.push(problem.most(lot, sink));
    least.push(problem.least(lot, sink));
  });
  least.sort((a, b) => a - b);
  let [destinations, minima] = [0, 0];
  for (const cases of least) {
    minima += cases;
    if (minima > supply || destinations >= (problem.destinations[lot] as number)) break;
    destinations += 1;
  }
  most.sort((a, b) => b - a);
  return most.slice(0, destinations).reduce((sum, cases) => Math.min(supply, sum + cases), 0);
}

/** Storages filled to the most by one yardstick at a time. */
class Filling {
  private readonly smallestFirst: readonly (readonly number[])[];
  private readonly richestFirst: readonly number[];
  private readonly densestFirst: readonly (readonly number[])[];

  private readonly problem: SizedProblem;

  constructor(
    private readonly holdings: Holdings,
    private readonly supply: Float64Array,
    private readonly rows: readonly Uint32Array[],
    private readonly sizes: Float64Array,
  ) {
    this.problem = holdings.problem;
    const { millilitres, core } = this.problem;
    const lots = [...supply.keys()].filter((lot) => (supply[lot] as number) > 0);
    const perClass = (order: readonly number[]) =>
      Array.from({ length: core.classes }, (_, c) => order.filter((lot) => core.lots.classOf[lot] === c));
    const size = (lot: number) => millilitres[lot] as number;
    const worth = (lot: number) => sizes[lot] as number;
    this.richestFirst = lots.toSorted((a, b) => worth(b) - worth(a) || a - b);
    this.smallestFirst = perClass(lots.toSorted((a, b) => size(a) - size(b) || a - b));
    this.densestFirst = perClass(lots.toSorted((a, b) => compareQuotients(worth(b), size(b) || 1, worth(a), size(a) || 1) || a - b));
  }

  mostCases(port: number): number {
    const { problem } = this;
    const room = Math.min(this.holdings.roomOfPort(port), this.holdings.ceilingOf(port % problem.sinks));
    let free = this.holdings.millilitresOfPort(port);
    if (free === Number.POSITIVE_INFINITY || room === 0) return room;
    let cases = 0;
    for (const lot of this.smallestFirst[this.classOf(port)] as readonly number[]) {
      const most = this.mostOf(lot, port % problem.sinks);
      const fit = Math.min(most, wholeParts(free, problem.millilitres[lot] as number));
      cases += fit;
      free -= fit * (problem.millilitres[lot] as number);
      if (fit < most || cases >= room) break;
    }
    return Math.min(room, cases);
  }

  mostOfPort(port: number, cases: number): number {
    if (cases === Number.POSITIVE_INFINITY) return cases;
    const { problem } = this;
    let room = cases;
    let measure = 0;
    for (const lot of this.richestFirst) {
      if (room === 0) break;
      if (problem.core.lots.classOf[lot] !== this.classOf(port)) continue;
      const taken = Math.min(room, this.mostOf(lot, port % problem.sinks));
      room -= taken;
      measure += taken * (this.sizes[lot] as number);
    }
    return Math.min(measure, this.densestMeasure(port));
  }

  /** The storage filled with what measures most to the millilitre, the last case cut where the storage ends. */
  private densestMeasure(port: number): number {
    const { problem } = this;
    let free = this.holdings.millilitresOfPort(port);
    if (free === Number.POSITIVE_INFINITY) return free;
    let total = 0;
    for (const lot of this.densestFirst[this.classOf(port)] as readonly number[]) {
      const [size, measure] = [problem.millilitres[lot] as number, this.sizes[lot] as number];
      const most = this.mostOf(lot, port % problem.sinks);
      const isAll = most * size <= free;
      total += isAll ? most * measure : Number((BigInt(free) * BigInt(measure)) / BigInt(size));
      if (!isAll) break;
      free -= most * size;
    }
    return total;
  }

  mostOfSink(sink: number, portCases: Float64Array): number {
    const { problem } = this;
    let ceiling = this.holdings.ceilingOf(sink);
    if (ceiling === Number.POSITIVE_INFINITY) return ceiling;
    const room = Array.from({ length: problem.core.classes }, (_, c) => portCases[c * problem.sinks + sink] as number);
    let measure = 0;
    for (const lot of this.richestFirst) {
      if (ceiling === 0) break;
      const c = problem.core.lots.classOf[lot] as number;
      const cases = Math.min(ceiling, room[c] as number, this.mostOf(lot, sink));
      ceiling -= cases;
      room[c] = (room[c] as number) - cases;
      measure += cases * (this.sizes[lot] as number);
    }
    return measure;
  }

  private mostOf(lot: number, sink: number): number {
    const isOpen = (((this.rows[lot]?.[sink >> 5] as number) >>> (sink & 31)) & 1) === 1;
    return isOpen ? Math.min(this.supply[lot] as number, this.holdings.roomFor(lot, sink)) : 0;
  }

  private classOf(port: number): number {
    return (port - (port % this.problem.sinks)) / this.problem.sinks;
  }
}
