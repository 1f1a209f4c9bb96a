import type { ProblemLot } from '../problem/problem.js';
import { CLASSES, type Facts } from './facts.js';
import { type Residual, shelfOf } from './residual.js';
import { type Violation, violation } from './violation.js';

/**
 * At the groups' totals, as many cases as can be are of the earliest dates. Costs stand on the supply of the lots alone,
 * so an improvement there is, if at all, along one residual path from a lot with cases left to a lot of a later date
 * (docs/contracts/allocation.md). Paths are followed from the earliest date first: what they have met once needs no second
 * visit, since what is later than their lot is later than the earlier one.
 */
export function checkDates(facts: Facts, residual: Residual): Violation[] {
  const lots = facts.lotIds.map((id) => facts.lots.get(id) as ProblemLot);
  const dateOf = (lot: number) => lots[lot]?.effectiveUntil ?? '9999-99-99';
  const search = new Search(residual);
  const left = [...lots.keys()].filter((i) => (facts.left.get(facts.lotIds[i] as string) as number) > 0);
  return left
    .toSorted((a, b) => (dateOf(a) < dateOf(b) ? -1 : 1))
    .flatMap((from) =>
      search
        .reach(from)
        .filter((to) => dateOf(to) > dateOf(from))
        .map((to) => violation('/awards', 'couldComeFirst', { lot: lots[from]?.id, other: lots[to]?.id })),
    );
}

/** Follows residual arcs forward. Each node is met once, whatever number of searches is made. */
class Search {
  private readonly metLot: Uint8Array;
  private readonly metShelf: Uint8Array;
  private readonly metGroup: Uint8Array;
  private queue: number[] = [];

  constructor(private readonly residual: Residual) {
    this.metLot = new Uint8Array(residual.lotCount);
    this.metShelf = new Uint8Array(residual.groupCount * CLASSES.length);
    this.metGroup = new Uint8Array(residual.groupCount);
  }

  /** The lots that the lot reaches and that no search has met yet, itself among them. */
  reach(from: number): readonly number[] {
    this.queue = [];
    this.meetLot(from);
    for (let i = 0; i < this.queue.length; i++) this.leaveLot(this.queue[i] as number);
    return this.queue;
  }

  private meetLot(lot: number): void {
    if (this.metLot[lot] === 1) return;
    this.metLot[lot] = 1;
    this.queue.push(lot);
  }

  private leaveLot(lot: number): void {
    const temperature = this.residual.classOf[lot] as number;
    for (let group = 0; group < this.residual.groupCount; group++) {
      if (this.metShelf[shelfOf(group, temperature)] === 0 && this.residual.open.has(group, lot)) this.meetShelf(group, temperature);
    }
  }

  private meetShelf(group: number, temperature: number): void {
    const shelf = shelfOf(group, temperature);
    if (this.metShelf[shelf] === 1) return;
    this.metShelf[shelf] = 1;
    for (const lot of this.residual.holdings[group] as readonly number[]) {
      if (this.residual.classOf[lot] === temperature) this.meetLot(lot);
    }
    if (this.residual.hasRoom[shelf] === 1) this.meetGroup(group);
  }

  private meetGroup(group: number): void {
    if (this.metGroup[group] === 1) return;
    this.metGroup[group] = 1;
    for (const temperature of CLASSES.keys()) {
      if (this.residual.canGive[shelfOf(group, temperature)] === 1) this.meetShelf(group, temperature);
    }
  }
}
