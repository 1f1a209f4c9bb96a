import type { Flow } from '../core/flow.js';
import type { Candidates } from './candidates.js';
import type { LotTraits } from './lot-traits.js';

/** Groups times categories above which it is not kept who has what: 64 MiB. */
const MOST_NOTES = 1 << 26;

/**
 * Deals each pooled lot out in proportion to what its groups still miss of their totals, the lots that fewest may have first:
 * what is missing shrinks in proportion too, so each later lot meets the same proportions (iterative proportional fitting, one
 * pass). Single cases, which no proportion decides, go to groups that have nothing of the category yet.
 */
export function spread(flow: Flow, candidates: Candidates, traits: LotTraits): void {
  const { degree } = flow.problem.lots;
  const has = new Kinds(flow, traits);
  const order = Array.from({ length: flow.lots }, (_, lot) => lot).filter((lot) => (flow.left[lot] as number) > 0);
  order.sort((a, b) => (degree[a] as number) - (degree[b] as number) || a - b);
  for (const lot of order) deal(flow, lot, candidates.find(lot), has);
}

/** Which categories each sink has. */
class Kinds {
  private readonly notes: Uint8Array | null;

  constructor(
    flow: Flow,
    private readonly traits: LotTraits,
  ) {
    const size = flow.sinks * traits.categories;
    this.notes = size > 0 && size <= MOST_NOTES ? new Uint8Array(size) : null;
    const { pairs } = flow;
    for (let pair = 0; pair < pairs.count; pair++) {
      if ((pairs.cases[pair] as number) > 0) this.note(pairs.lotOf[pair] as number, (pairs.portOf[pair] as number) % flow.sinks);
    }
  }

  note(lot: number, sink: number): void {
    const category = this.traits.category[lot] as number;
    if (category >= 0 && this.notes !== null) this.notes[sink * this.traits.categories + category] = 1;
  }

  lacks(lot: number, sink: number): boolean {
    const category = this.traits.category[lot] as number;
    return category >= 0 && this.notes !== null && this.notes[sink * this.traits.categories + category] === 0;
  }
}

function deal(flow: Flow, lot: number, candidates: Candidates, has: Kinds): void {
  const { count, sink, most } = candidates;
  let missing = 0;
  for (let i = 0; i < count; i++) missing += candidates.missing(sink[i] as number);
  if (missing === 0) return;
  const cases = flow.left[lot] as number;
  for (let i = 0; i < count; i++) {
    const share = Math.floor((cases * candidates.missing(sink[i] as number)) / missing);
    give(flow, lot, candidates, i, Math.min(share, most[i] as number), has);
  }
  // Where the walk begins changes from lot to lot, or the first in the order would have all that is over.
  const first = count === 0 ? 0 : (Math.imul(lot, 0x9e3779b1) >>> 0) % count;
  for (const isForLacking of [true, false]) {
    for (let step = 0; step < count && (flow.left[lot] as number) > 0; step++) {
      const i = (first + step) % count;
      if ((most[i] as number) === 0 || (isForLacking && !has.lacks(lot, sink[i] as number))) continue;
      give(flow, lot, candidates, i, 1, has);
    }
  }
}

function give(flow: Flow, lot: number, { sink, most }: Candidates, i: number, cases: number, has: Kinds): void {
  const given = Math.min(cases, flow.left[lot] as number);
  if (given === 0) return;
  most[i] = (most[i] as number) - given;
  flow.place(lot, flow.portOf(lot, sink[i] as number), given);
  has.note(lot, sink[i] as number);
}
