import { Proposals } from './proposals.js';
import type { Workbench } from './workbench.js';

/** Of ten changes, those with a number below this are of a kind, and no earlier one; the last one is a repair. */
const CLOSINGS = 4;
const TRADES = 5;
const SWAPS = 8;
const TRANSFERS = 9;
/** What a delivery counts beside its fare, as a part of the mean fare; and a group's whole slack, were it used up. */
const PER_DELIVERY = 0.1;
const PER_SLACK = 0.5;
/** At first a change may make things worse by so much of a delivery; in the end by nothing. */
const TOLERANCE = 0.6;
/** A case below a floor, in deliveries: dearer as the walk goes on, and never part of what is kept. */
const OWED = { first: 1, last: 4 };

interface WalkTerms {
  /** In the work of the proposals: never a clock. */
  readonly budget: number;
  /** Whether what single cases cost on their way counts: where levels may fall, those far away would pay for it. */
  readonly countsHaulage: boolean;
}

/**
 * Fewer and cheaper deliveries at levels that are held: a walk that at first accepts changes for the worse and later none
 * (threshold accepting: Dueck & Scheuer 1990), over states in which somebody may be below its floor. What it ends with is the
 * best state in which nobody is, no category is lost, no donor's delivery is added and there are no more deliveries than before.
 * Says whether it found a better one.
 */
export function walk(bench: Workbench, { budget, countsHaulage }: WalkTerms): boolean {
  const { moves, dice, merits } = bench;
  const { made } = merits;
  const proposals = new Proposals(bench);
  const scale = scaleOf(bench);
  const saved = () => made.direct + made.pooled;
  const value = () => scale.spent * moves.spent - scale.delivery * saved() - made.freight - (countsHaulage ? made.haulage : 0);
  const least = saved();
  let [now, owed, { categories, direct }] = [value(), moves.owed, made];
  let [best, isBetter] = [now, false];
  let sinceBest: number[] = [];
  const begun = moves.work;
  for (let progress = 0; progress < 1; progress = (moves.work - begun) / budget) {
    moves.work += 5;
    moves.begin();
    const isMade = propose(proposals, dice.below(10));
    if (isMade && moves.owed > owed) proposals.chains.balance();
    const price = scale.owed * (OWED.first + (OWED.last - OWED.first) * progress);
    const worse = value() - now + price * (moves.owed - owed);
    const isLoss = made.categories < categories || made.direct < direct;
    if (!isMade || isLoss || worse > scale.tolerance * (1 - progress) ** 2 || !moves.holds()) {
      moves.undo();
      continue;
    }
    [now, owed, { categories, direct }] = [value(), moves.owed, made];
    for (const entry of moves.made) sinceBest.push(entry);
    if (owed > 0 || now >= best - scale.delivery * 1e-6 || saved() < least) continue;
    [best, isBetter] = [now, true];
    sinceBest = [];
  }
  moves.takeBack(sinceBest);
  return isBetter;
}

function propose(proposals: Proposals, kind: number): boolean {
  if (kind < CLOSINGS) return proposals.closing();
  if (kind < TRADES) return proposals.trade();
  if (kind < SWAPS) return proposals.swap();
  return kind < TRANSFERS ? proposals.transfer() : proposals.chains.repair();
}

/** In what a delivery costs on average; where nothing costs anything, deliveries themselves are counted. */
function scaleOf({ traits, holdings }: Workbench) {
  const { lots } = holdings.plan.terrain;
  const fares = [...traits.fares.values()].map(({ perDelivery }) => perDelivery).filter((fare) => fare > 0);
  const mean = fares.length === 0 ? 1 : fares.reduce((sum, fare) => sum + fare, 0) / fares.length;
  const size = lots.reduce((sum, lot) => sum + lot.measure, 0) / Math.max(1, lots.length);
  const delivery = fares.length === 0 ? mean : PER_DELIVERY * mean;
  return { delivery, spent: PER_SLACK * mean, tolerance: TOLERANCE * mean, owed: mean / size };
}
