import { Plan } from '../plan/plan.js';
import { Random } from '../random/random.js';
import type { TerrainGroup, TerrainLot } from '../rules/terrain.js';
import { allowances } from './allowance.js';
import { Closeness } from './closeness.js';
import { Exchanges } from './exchanges.js';
import { Holdings } from './holdings.js';
import { lotTraits } from './lot-traits.js';
import { Merits } from './merits.js';
import { Moves } from './moves.js';
import { SwapRules } from './swap-rules.js';
import { walk } from './walk.js';
import type { Workbench } from './workbench.js';

/** Groups times lots above which a plan stays as it was constructed: the tables of it would not fit into memory any more. */
const MOST_PAIRS = 1 << 23;
/** Exchanges that are looked at for each award: a budget and not a clock, so that every machine ends at the same plan. */
const TRIES_PER_AWARD = { quick: 80, thorough: 800 };
const MOST_TRIES = { quick: 1_000_000, thorough: 10_000_000 };
/** What of them is looked at once more after a walk. */
const PART_AFTER_WALKS = 0.25;
/** Walks over deliveries: how many, and how much work each of them may do; of small plans as much less as there is less to find. */
const WALKS = { quick: 1, thorough: 6 };
const WORK_PER_WALK = { quick: 5_000_000, thorough: 20_000_000 };
const WORK_PER_PAIR_OF_AWARDS = 1_000;
/** Where no delivery costs anything, there is less to find. */
const PART_WITHOUT_FARES = 0.2;

/**
 * The plan, with cases moved about where that makes it more useful or cheaper; what is left over and every rule stay as they
 * are. First single exchanges at equal worth, then walks over deliveries at the levels of the plan, and last, where a slack is
 * given, walks on which a level may fall by that much. What is looked at next is drawn by the seed. With `previous` exchanges
 * only lead back to the plan before, and no slack is spent.
 */
export function improve(plan: Plan): Plan {
  const { lots, groups, problem } = plan.terrain;
  if (lots.length * groups.length > MOST_PAIRS) return plan;
  const effort = problem.effort ?? 'quick';
  const awards = lots.reduce((sum, lot) => sum + plan.holders(lot).size, 0);
  // As many as there are pairs of awards, within bounds: a small plan may be looked through.
  const tries = Math.min(Math.max(TRIES_PER_AWARD[effort] * awards, (awards * awards) / 2), MOST_TRIES[effort]);
  const holdings = new Holdings(plan);
  const dice = new Random(problem.seed, 'exchanges');
  if (problem.previous !== undefined) {
    const closeness = new Closeness(holdings, problem.previous);
    new Exchanges(holdings, closeness, new SwapRules(holdings, false), dice).run(tries);
    return planOf(holdings);
  }
  const traits = lotTraits(plan.terrain);
  const merits = new Merits(holdings, traits);
  const rules = new SwapRules(holdings, true);
  const exchanges = new Exchanges(holdings, merits, rules, dice);
  exchanges.run(tries);
  if (awards < 2) return planOf(holdings);
  const bench = { holdings, traits, merits, rules, dice: new Random(problem.seed, 'deliveries') };
  const part = traits.fares.size === 0 ? PART_WITHOUT_FARES : 1;
  const budget = part * Math.min(WORK_PER_WALK[effort], WORK_PER_PAIR_OF_AWARDS * awards * awards);
  const nothing = new Float64Array(groups.length);
  const slack = allowances(plan.terrain);
  for (const allowance of slack.some((most) => most > 0) ? [nothing, slack] : [nothing]) {
    const moves = new Moves(holdings, merits, rules, allowance);
    // A walk shuffles what it has no reason to hold: exchanges set proportions right again, at the deliveries that it found.
    if (walks({ ...bench, moves }, WALKS[effort], budget, allowance === nothing)) exchanges.run(tries * PART_AFTER_WALKS, true);
  }
  return planOf(holdings);
}

function walks(bench: Workbench, count: number, budget: number, countsHaulage: boolean): boolean {
  let isChanged = false;
  for (let i = 0; i < count; i++) if (walk(bench, { budget, countsHaulage })) isChanged = true;
  return isChanged;
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
