import { type CoreProblem, keyBefore } from './core-problem.js';
import { SinkHeap } from './sink-heap.js';

/** Steps of the search for a common level, which only has to come near: what is exact comes after it. */
const MOST_STEPS = 64;
/** Far above the rounding of a double, far below a case. */
const MARGIN = 1 / 1024;

export interface Bounds {
  readonly least: Float64Array;
  readonly most: Float64Array;
}

/**
 * Writes into `shares` how many cases each of these sinks gets when `cases` of them go, one by one, to the smallest key, as if
 * there were no network: a divisor apportionment (Adams) within bounds. Shares come to `cases`, or to all that the bounds
 * allow. A common level in floating point gives the start; what is missing or too much is then dealt out by exact keys.
 */
export function apportion(problem: CoreProblem, sinks: Int32Array, cases: number, bounds: Bounds, shares: Float64Array): void {
  const level = commonLevel(problem, sinks, cases, bounds);
  let dealt = 0;
  for (const sink of sinks) {
    const share = Math.floor(atLevel(problem, sink, level) - MARGIN);
    shares[sink] = Math.min(bounds.most[sink] as number, Math.max(bounds.least[sink] as number, share));
    dealt += shares[sink] as number;
  }
  dealt = dealMissing(problem, sinks, cases - dealt, bounds, shares) + dealt;
  takeSurplus(problem, sinks, dealt - cases, bounds, shares);
  exchange(problem, sinks, bounds, shares);
}

/** Unit k is granted up to a level L when (base + (k − 1)·step) / weight ≤ L: so many units, not yet cut to a whole number. */
function atLevel(problem: CoreProblem, sink: number, level: number): number {
  const { weight, base } = problem.sinks;
  return (level * (weight[sink] as number) - (base[sink] as number)) / problem.step + 1;
}

/** Newton's steps on a sum of ramps, kept inside a bracket by halving it. */
function commonLevel(problem: CoreProblem, sinks: Int32Array, cases: number, { least, most }: Bounds): number {
  const { weight, base } = problem.sinks;
  let low = Number.POSITIVE_INFINITY;
  let high = 0;
  for (const sink of sinks) {
    low = Math.min(low, ((base[sink] as number) - problem.step) / (weight[sink] as number));
    high = Math.max(high, ((base[sink] as number) + cases * problem.step) / (weight[sink] as number));
  }
  let level = low;
  for (let i = 0; i < MOST_STEPS && low < high; i++) {
    let sum = 0;
    let slope = 0;
    for (const sink of sinks) {
      const share = atLevel(problem, sink, level);
      if (share <= (least[sink] as number)) sum += least[sink] as number;
      else if (share >= (most[sink] as number)) sum += most[sink] as number;
      else {
        sum += share;
        slope += (weight[sink] as number) / problem.step;
      }
    }
    if (Math.abs(sum - cases) < MARGIN) return level;
    if (sum < cases) low = level;
    else high = level;
    const newton = level + (cases - sum) / slope;
    const next = newton > low && newton < high ? newton : low + (high - low) / 2;
    if (next === level) return level;
    level = next;
  }
  return level;
}

/** Answers how many cases it dealt. */
function dealMissing(problem: CoreProblem, sinks: Int32Array, missing: number, { most }: Bounds, shares: Float64Array): number {
  if (missing <= 0) return 0;
  const waiting = new SinkHeap((a, b) => keyBefore(problem, a, shares[a] as number, b, shares[b] as number));
  waiting.fill(sinks.filter((sink) => (shares[sink] as number) < (most[sink] as number)));
  let rest = missing;
  for (; rest > 0 && waiting.size > 0; rest--) {
    const sink = waiting.top;
    shares[sink] = (shares[sink] as number) + 1;
    if ((shares[sink] as number) < (most[sink] as number)) waiting.topChanged();
    else waiting.pop();
  }
  return missing - rest;
}

function takeSurplus(problem: CoreProblem, sinks: Int32Array, surplus: number, { least }: Bounds, shares: Float64Array): void {
  if (surplus <= 0) return;
  const giving = new SinkHeap((a, b) => keyBefore(problem, b, (shares[b] as number) - 1, a, (shares[a] as number) - 1));
  giving.fill(sinks.filter((sink) => (shares[sink] as number) > (least[sink] as number)));
  for (let rest = surplus; rest > 0 && giving.size > 0; rest--) {
    const sink = giving.top;
    shares[sink] = (shares[sink] as number) - 1;
    if ((shares[sink] as number) > (least[sink] as number)) giving.topChanged();
    else giving.pop();
  }
}

/** Moves the case of the largest granted key to the smallest key not granted while that is smaller: then no rounding is left. */
function exchange(problem: CoreProblem, sinks: Int32Array, { least, most }: Bounds, shares: Float64Array): void {
  for (;;) {
    let giver = -1;
    let taker = -1;
    for (const sink of sinks) {
      const share = shares[sink] as number;
      if (share > (least[sink] as number)) {
        if (giver < 0 || keyBefore(problem, giver, (shares[giver] as number) - 1, sink, share - 1)) giver = sink;
      }
      if (share < (most[sink] as number)) {
        if (taker < 0 || keyBefore(problem, sink, share, taker, shares[taker] as number)) taker = sink;
      }
    }
    if (giver < 0 || taker < 0) return;
    if (!keyBefore(problem, taker, shares[taker] as number, giver, (shares[giver] as number) - 1)) return;
    shares[giver] = (shares[giver] as number) - 1;
    shares[taker] = (shares[taker] as number) + 1;
  }
}
