import type { ProblemAward } from '../problem/problem.js';
import type { Holdings } from './holdings.js';
import type { Gain, Purpose, Swap } from './merits.js';

/** Cases that a plan has in common with the one before: the more, the less there is to explain again. */
export class Closeness implements Purpose {
  /** Cases of the plan before, by lot and then group. */
  private readonly before: ReadonlyMap<number, number>;
  private readonly groups: number;

  constructor(
    private readonly holdings: Holdings,
    previous: readonly ProblemAward[],
  ) {
    const { lots, groups } = holdings.plan.terrain;
    this.groups = groups.length;
    const lotOf = new Map(lots.map((lot) => [lot.source.id, lot.index]));
    const groupOf = new Map(groups.map((group) => [group.source.id, group.index]));
    this.before = new Map(
      previous.map(({ lot, group, cases }) => [(lotOf.get(lot) as number) * groups.length + (groupOf.get(group) as number), cases]),
    );
  }

  weigh(gain: Gain, { group, gives, given, takes, taken }: Swap): void {
    gain.closeness += this.nearer(gives, group, -given) + this.nearer(takes, group, taken);
  }

  make({ group, gives, given, takes, taken }: Swap): void {
    this.holdings.add(gives, group, -given);
    this.holdings.add(takes, group, taken);
  }

  private nearer(lot: number, group: number, more: number): number {
    const wanted = this.before.get(lot * this.groups + group) ?? 0;
    const held = this.holdings.held(lot, group);
    return Math.min(wanted, held + more) - Math.min(wanted, held);
  }
}
