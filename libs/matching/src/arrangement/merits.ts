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
  /** What is saved of what deliveries cost. */
  freight: number;
  /** What is saved of what single cases cost on their way. */
  haulage: number;
  /** Deliveries that are made and were not, or the other way round: no merit, but what haulage hangs on. */
  changed: number;
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

export function noGain(): Gain {
  return { closeness: 0, direct: 0, categories: 0, pooled: 0, freight: 0, haulage: 0, changed: 0, proportion: 0 };
}

/** Useful assortments and few deliveries. Knows how many lots of each category and each origin a group has: what assortment and deliveries hang on. */
export class Merits implements Purpose {
  private readonly ofCategory: Int32Array;
  private readonly ofOrigin: Int32Array;
  /** What all that was done has brought, proportions apart. */
  readonly made: Gain = noGain();

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
    gain.haulage += given * this.perCase(gives, group) - taken * this.perCase(takes, group);
    const gone = holdings.held(gives, group) === given ? 1 : 0;
    const come = holdings.held(takes, group) === 0 ? 1 : 0;
    if (gone === 0 && come === 0) return;
    const [from, to] = [traits.origin[gives] as number, traits.origin[takes] as number];
    if (from === to) this.journey(gain, gives, group, come - gone);
    else {
      this.journey(gain, gives, group, -gone);
      this.journey(gain, takes, group, come);
    }
    gain.categories += this.kindsGained(group, traits.category[gives] as number, traits.category[takes] as number, gone, come);
  }

  make({ group, gives, given, takes, taken }: Swap): void {
    this.add(gives, group, -given);
    this.add(takes, group, taken);
  }

  /** How many lots of the origin the group has. */
  lotsFrom(origin: number, group: number): number {
    return this.ofOrigin[group * this.traits.origins + origin] as number;
  }

  lotsOfCategory(category: number, group: number): number {
    return this.ofCategory[group * this.traits.categories + category] as number;
  }

  private journey(gain: Gain, lot: number, group: number, more: number): void {
    const at = group * this.traits.origins + (this.traits.origin[lot] as number);
    const change = step(this.ofOrigin[at] as number, more);
    if (change === 0) return;
    gain[this.travel(lot)] -= change;
    gain.freight -= change * (this.traits.fares.get(at)?.perDelivery ?? 0);
    gain.changed += 1;
  }

  private perCase(lot: number, group: number): number {
    const { fares, origins, origin } = this.traits;
    return fares.size === 0 ? 0 : (fares.get(group * origins + (origin[lot] as number))?.perCase ?? 0);
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

  /** Cases of a lot more, or fewer where the number is negative. */
  add(lot: number, group: number, more: number): void {
    const before = this.holdings.held(lot, group);
    this.holdings.add(lot, group, more);
    this.made.haulage -= more * this.perCase(lot, group);
    const lots = before === 0 ? 1 : before + more === 0 ? -1 : 0;
    if (lots === 0) return;
    this.journey(this.made, lot, group, lots);
    const category = this.traits.category[lot] as number;
    if (category >= 0) this.made.categories += step(this.lotsOfCategory(category, group), lots);
    this.count(lot, group, lots);
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
