import { Plan } from '../plan/plan.js';
import { Random } from '../random/random.js';
import type { TerrainGroup, TerrainLot } from '../rules/terrain.js';
import { Closeness } from './closeness.js';
import { Holdings } from './holdings.js';
import { lotTraits } from './lot-traits.js';
import { type Gain, Merits, type Purpose, type Swap } from './merits.js';
import { SwapRules } from './swap-rules.js';
import { Trades } from './trades.js';

/** Groups times lots above which a plan stays as it was constructed: the tables of it would not fit into memory any more. */
const MOST_PAIRS = 1 << 23;
/** Exchanges that are looked at for each award: a budget and not a clock, so that every machine ends at the same plan. */
const TRIES_PER_AWARD = { quick: 80, thorough: 800 };
const MOST_TRIES = { quick: 1_000_000, thorough: 10_000_000 };

/**
 * The plan, with cases exchanged between groups where that makes it more useful or cheaper: two groups, two lots, as
 * much of the one as the other is worth. Levels, what is left over and every rule stay as they are. What is looked at
 * next is drawn by the seed; only what is better is done. With `previous` exchanges only lead back to the plan before.
 */
export function improve(plan: Plan): Plan {
  const { lots, groups, problem } = plan.terrain;
  if (lots.length * groups.length > MOST_PAIRS) return plan;
  const effort = problem.effort ?? 'quick';
  const awards = lots.reduce((sum, lot) => sum + plan.holders(lot).size, 0);
  const holdings = new Holdings(plan);
  const purpose =
    problem.previous === undefined ? new Merits(holdings, lotTraits(plan.terrain)) : new Closeness(holdings, problem.previous);
  const search = new Exchanges(holdings, purpose, new Random(problem.seed, 'exchanges'));
  // As many as there are pairs of awards, within bounds: a small plan may be looked through.
  const tries = Math.max(TRIES_PER_AWARD[effort] * awards, (awards * awards) / 2);
  for (let i = Math.min(tries, MOST_TRIES[effort]); i > 0; i--) search.tryOne();
  return planOf(holdings);
}

class Exchanges {
  private readonly rules: SwapRules;
  /** Groups that have something to give. */
  private readonly givers: readonly number[];
  private readonly trades: Trades;

  constructor(
    private readonly holdings: Holdings,
    private readonly purpose: Purpose,
    private readonly dice: Random,
  ) {
    const { terrain } = holdings.plan;
    this.rules = new SwapRules(holdings, terrain.problem.previous === undefined);
    this.givers = terrain.groups.flatMap(({ index }) => (holdings.lotsOf[index]?.length ? [index] : []));
    this.trades = new Trades(holdings.plan);
  }

  /** One group offers a lot that it has for one that it may have, to somebody who has that. */
  tryOne(): void {
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
    const gain: Gain = { closeness: 0, direct: 0, categories: 0, pooled: 0, proportion: 0 };
    purpose.weigh(gain, here);
    purpose.weigh(gain, there);
    if (!isBetter(gain)) return;
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
function isBetter({ closeness, direct, categories, pooled, proportion }: Gain): boolean {
  if (closeness !== 0) return closeness > 0;
  if (direct < 0 || categories < 0) return false;
  if (direct + categories > 0) return true;
  return pooled > 0 || (pooled === 0 && proportion > 1e-9);
}

function planOf(holdings: Holdings): Plan {
  const { terrain } = holdings.plan;
  const plan = new Plan(terrain);
  for (const [lot, holders] of holdings.holdersOf.entries()) {
    for (const group of holders)
      plan.grant(terrain.lots[lot] as TerrainLot, terrain.groups[group] as TerrainGroup, holdings.held(lot, group));
  }
  return plan;
}
