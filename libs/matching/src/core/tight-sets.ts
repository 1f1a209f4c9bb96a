import { giversFirst } from './givers-first.js';
import type { Residual } from './residual.js';

/** The lots whose cases could be led to a sink, as bits: all that can reach it over what is left of the network. */
export type TightSet = Uint32Array;

/**
 * The tight set of every sink; sinks of one set share it. The set of a sink that can give to another lies within the other's, so
 * givers come first, and a set is put together from those that are there already: only within a ring is anything walked twice.
 */
export function tightSetsOf(residual: Residual): readonly TightSet[] {
  const gathering = new Gathering(residual);
  for (const sink of giversFirst(residual)) gathering.gather(sink);
  return gathering.sets as TightSet[];
}

class Gathering {
  readonly sets: (TightSet | undefined)[];
  /** The lots of the set in hand, and those of them whose holders have not been asked. */
  private set: Uint32Array = new Uint32Array(0);
  private readonly pending: Uint32Array;
  private from = 0;
  private waiting: number[] = [];
  /** Who has been met for the set in hand: the number of its sink, plus one. */
  private readonly sinkMet: Int32Array;
  private readonly portMet: Int32Array;

  constructor(private readonly residual: Residual) {
    const { flow, words } = residual;
    this.sets = new Array<TightSet | undefined>(flow.sinks).fill(undefined);
    this.pending = new Uint32Array(words);
    this.sinkMet = new Int32Array(flow.sinks);
    this.portMet = new Int32Array(flow.through.length);
  }

  gather(of: number): void {
    this.set = new Uint32Array(this.residual.words);
    this.from = 0;
    this.sinkMet[of] = of + 1;
    this.addSourcesOfSink(of);
    let whole: TightSet | null = null;
    for (;;) {
      const lot = this.nextLot();
      const sink = lot < 0 ? this.waiting.pop() : undefined;
      if (lot >= 0) whole = this.askHolders(lot, of + 1) ?? whole;
      else if (sink !== undefined) this.addSourcesOfSink(sink);
      else break;
    }
    this.sets[of] = whole?.every((word, w) => word === this.set[w]) ? whole : this.set;
  }

  private nextLot(): number {
    const { pending } = this;
    for (; this.from < pending.length; this.from++) {
      const word = pending[this.from] as number;
      if (word === 0) continue;
      pending[this.from] = word & (word - 1);
      return this.from * 32 + 31 - Math.clz32(word & -word);
    }
    return -1;
  }

  /** Answers the last set that was taken whole, if one was. */
  private askHolders(lot: number, mark: number): TightSet | null {
    const { flow, start, holders } = this.residual;
    let whole: TightSet | null = null;
    const last = start[lot + 1] as number;
    for (let i = start[lot] as number; i < last; i++) {
      const holder = holders[i] as number;
      const port = flow.portOf(lot, holder);
      if (this.portMet[port] === mark) continue;
      this.portMet[port] = mark;
      if (flow.roomOfPort(port) === 0) this.addSourcesOfPort(port);
      if (this.sinkMet[holder] === mark) continue;
      this.sinkMet[holder] = mark;
      const known = this.sets[holder];
      if (known === undefined) this.waiting.push(holder);
      else if (this.addWhole(known)) whole = known;
    }
    return whole;
  }

  /** A set that is complete needs nobody asked; answers whether any of it was new or pending. */
  private addWhole(known: TightSet): boolean {
    const { set, pending } = this;
    let isNew = false;
    for (let w = 0; w < set.length; w++) {
      const word = known[w] as number;
      if ((word & ~(set[w] as number)) !== 0 || (word & (pending[w] as number)) !== 0) isNew = true;
      set[w] = (set[w] as number) | word;
      pending[w] = (pending[w] as number) & ~word;
    }
    return isNew;
  }

  private addSourcesOfSink(sink: number): void {
    const { flow } = this.residual;
    for (let port = sink; port < flow.through.length; port += flow.sinks) if (flow.roomOfPort(port) > 0) this.addSourcesOfPort(port);
  }

  private addSourcesOfPort(port: number): void {
    const { flow, open, ofClass, words } = this.residual;
    const { set, pending } = this;
    const sink = port % flow.sinks;
    const row = open[sink] as Uint32Array;
    const own = ofClass[(port - sink) / flow.sinks] as Uint32Array;
    for (let w = 0; w < words; w++) {
      const found = (row[w] as number) & (own[w] as number) & ~(set[w] as number);
      if (found === 0) continue;
      set[w] = (set[w] as number) | found;
      pending[w] = (pending[w] as number) | found;
      if (w < this.from) this.from = w;
    }
  }
}
