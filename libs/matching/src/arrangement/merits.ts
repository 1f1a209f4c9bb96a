import type { Holdings } from './holdings.js';
import type { LotTraits } from './lot-traits.js';

/** What an exchange would bring: more is better in all of it, and an earlier one counts before a later. */
export interface Gain {
  /** Cases more that stay where they were in the plan before. */
  closeness: number;
  /** Deliveries by donors that are saved. */
  direct: number;
  /** More pairs of a group and a category of which it gets something. */
  categories: number;
  /** Deliveries from hubs that are saved. */
  pooled: number;
  /** How much closer pooled lots come to shares in proportion to need, and direct ones to being in one place. */
  proportion: number;
}

/** A group gives cases of one lot away for cases of another. */
export interface Swap {
  readonly group: number;
  readonly gives: number;
  readonly given: number;
  readonly takes: number;
  readonly taken: number;
}

/** What exchanges are made for, and who keeps count of what they have changed. */
export interface Purpose {
  /** Adds to `gain` what the swap brings to its group. */
  weigh(gain: Gain, swap: Swap): void;
  make(swap: Swap): void;
}

/** Useful assortments and few deliveries. Knows how many lots of each category and each origin a group has: what assortment and deliveries hang on. */
export class Merits implements Purpose {
  private readonly ofCategory: Int32Array;
  private readonly ofOrigin: Int32Array;

  constructor(
    private readonly holdings: Holdings,
    private readonly traits: LotTraits,
  ) {
    const { lots, groups } = holdings.plan.terrain;
    this.ofCategory = new Int32Array(groups.length * traits.categories);
    this.ofOrigin = new Int32Array(groups.length * traits.origins);
    for (const { index: lot } of lots) {
      for (const { index: group } of groups) if (holdings.held(lot, group) > 0) this.count(lot, group, 1);
    }
  }

  weigh(gain: Gain, { group, gives, given, takes, taken }: Swap): void {
    const { holdings, traits } = this;
    gain.proportion += this.approach(gives, group, -given) + this.approach(takes, group, taken);
    const gone = holdings.held(gives, group) === given ? 1 : 0;
    const come = holdings.held(takes, group) === 0 ? 1 : 0;
    if (gone === 0 && come === 0) return;
    const [from, to] = [traits.origin[gives] as number, traits.origin[takes] as number];
    const before = group * traits.origins;
    if (from === to) gain[this.travel(gives)] -= step(this.ofOrigin[before + from] as number, come - gone);
    else {
      gain[this.travel(gives)] -= step(this.ofOrigin[before + from] as number, -gone);
      gain[this.travel(takes)] -= step(this.ofOrigin[before + to] as number, come);
    }
    gain.categories += this.kindsGained(group, traits.category[gives] as number, traits.category[takes] as number, gone, come);
  }

  make({ group, gives, given, takes, taken }: Swap): void {
    this.add(gives, group, -given);
    this.add(takes, group, taken);
  }

  private travel(lot: number): 'direct' | 'pooled' {
    return this.traits.isDirect[lot] === 1 ? 'direct' : 'pooled';
  }

  private kindsGained(group: number, from: number, to: number, gone: number, come: number): number {
    const first = group * this.traits.categories;
    const lots = (category: number) => this.ofCategory[first + category] as number;
    if (from === to) return from < 0 ? 0 : step(lots(from), come - gone);
    return (from < 0 ? 0 : step(lots(from), -gone)) + (to < 0 ? 0 : step(lots(to), come));
  }

  /** By squares: of a pooled lot over need, which are least in proportion; of a direct one most in one place. */
  private approach(lot: number, group: number, more: number): number {
    const before = this.holdings.held(lot, group);
    const growth = (2 * before + more) * more;
    if (this.traits.isDirect[lot] === 1) return growth;
    return -growth / (this.holdings.plan.terrain.groups[group]?.source.need as number);
  }

  private add(lot: number, group: number, more: number): void {
    const before = this.holdings.held(lot, group);
    this.holdings.add(lot, group, more);
    if (before === 0) this.count(lot, group, 1);
    else if (before + more === 0) this.count(lot, group, -1);
  }

  private count(lot: number, group: number, more: number): void {
    const origin = group * this.traits.origins + (this.traits.origin[lot] as number);
    this.ofOrigin[origin] = (this.ofOrigin[origin] as number) + more;
    const category = this.traits.category[lot] as number;
    if (category < 0) return;
    const kind = group * this.traits.categories + category;
    this.ofCategory[kind] = (this.ofCategory[kind] as number) + more;
  }
}

/** Whether there is something, after the change less before it. */
function step(count: number, change: number): number {
  return Math.sign(count + change) - Math.sign(count);
}
