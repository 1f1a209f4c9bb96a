import type { Random } from '../random/random.js';
import type { Holdings } from './holdings.js';
import { type Gain, noGain, type Purpose, type Swap } from './merits.js';
import type { SwapRules } from './swap-rules.js';
import { Trades } from './trades.js';

/** Two groups, two lots, as much of the one as the other is worth: what is tried is drawn, and done when it is better. */
export class Exchanges {
  /** Groups that have something to give. */
  private readonly givers: readonly number[];
  private readonly trades: Trades;

  constructor(
    private readonly holdings: Holdings,
    private readonly purpose: Purpose,
    private readonly rules: SwapRules,
    private readonly dice: Random,
  ) {
    const { terrain } = holdings.plan;
    this.givers = terrain.groups.flatMap(({ index }) => (holdings.lotsOf[index]?.length ? [index] : []));
    this.trades = new Trades(holdings.plan);
  }

  /** @param atTheseDeliveries whether not even a category is worth a delivery more */
  run(tries: number, atTheseDeliveries = false): void {
    for (let i = tries; i > 0; i--) this.tryOne(atTheseDeliveries);
  }

  /** One group offers a lot that it has for one that it may have, to somebody who has that. */
  private tryOne(atTheseDeliveries: boolean): void {
    const { holdings, rules, purpose, trades } = this;
    const group = this.pick(this.givers);
    if (group === null) return;
    const gives = this.pick(holdings.lotsOf[group] as number[]);
    if (gives === null) return;
    const takes = this.pick(trades.partnersOf(gives));
    if (takes === null || takes === gives || !holdings.isOpen(takes, group)) return;
    const other = this.pick(holdings.holdersOf[takes] as number[]);
    if (other === null || other === group || !holdings.isOpen(gives, other)) return;
    const { given, taken } = trades.rate(gives, takes);
    const most = Math.min(Math.floor(holdings.held(gives, group) / given), Math.floor(holdings.held(takes, other) / taken));
    if (most === 0) return;
    const times = this.dice.below(2) === 0 ? 1 : most;
    const here: Swap = { group, gives, given: given * times, takes, taken: taken * times };
    const there: Swap = { group: other, gives: takes, given: taken * times, takes: gives, taken: given * times };
    if (!rules.may(here) || !rules.may(there)) return;
    const gain = noGain();
    purpose.weigh(gain, here);
    purpose.weigh(gain, there);
    if ((atTheseDeliveries && gain.direct + gain.pooled < 0) || !isBetter(gain)) return;
    for (const swap of [here, there]) {
      purpose.make(swap);
      rules.make(swap);
    }
  }

  private pick(list: readonly number[]): number | null {
    return list.length === 0 ? null : (list[this.dice.below(list.length)] as number);
  }
}

/** Nobody's donor travels further for it; then the first difference decides. */
function isBetter({ closeness, direct, categories, pooled, freight, haulage, changed, proportion }: Gain): boolean {
  if (closeness !== 0) return closeness > 0;
  if (direct < 0 || categories < 0) return false;
  if (direct + categories > 0) return true;
  if (pooled !== 0) return pooled > 0;
  // Between the same deliveries, lots stay in proportion: no case is led elsewhere to save its haulage.
  const saved = changed > 0 ? freight + haulage : 0;
  return saved !== 0 ? saved > 0 : proportion > 1e-9;
}
