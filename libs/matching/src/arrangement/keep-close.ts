import type { CoreProblem } from '../core/core-problem.js';
import { Flow } from '../core/flow.js';
import { greedyStart } from '../core/greedy-start.js';
import { Layers } from '../core/layers.js';
import { wholeRegion } from '../core/leximin-totals.js';
import { Paths } from '../core/paths.js';
import type { Kept } from './arrange.js';

/**
 * Places what of an earlier plan fits within the totals, as many cases as possible: a largest flow over nothing but the earlier
 * plan's pairs. What comes after may still move some of them, along shortest paths.
 */
export function keepClose(flow: Flow, target: Float64Array, previous: readonly Kept[]): void {
  const kept = new Flow(onlyPairsOf(flow, previous));
  greedyStart(kept, target);
  const missing = target.reduce((sum, cases, sink) => sum + cases - (kept.total[sink] as number), 0);
  new Paths(kept, new Layers(kept)).maximise(wholeRegion(kept), { target, date: null }, missing);
  const { pairs } = kept;
  for (let pair = 0; pair < pairs.count; pair++) {
    const cases = pairs.cases[pair] as number;
    if (cases > 0) flow.place(pairs.lotOf[pair] as number, pairs.portOf[pair] as number, cases);
  }
}

function onlyPairsOf(flow: Flow, previous: readonly Kept[]): CoreProblem {
  const { problem, sinks } = flow;
  const caps = new Map<number, number>();
  const reach = problem.lots.reach.map((): number[] => []);
  for (const { lot, sink, cases } of previous) {
    const most = Math.min(cases, isOpen(flow, lot, sink) ? flow.roomOfPair(lot, flow.portOf(lot, sink)) : 0);
    if (most === 0) continue;
    reach[lot]?.push(sink);
    caps.set(lot * sinks + sink, most);
  }
  const lists = reach.map((list) => Int32Array.from(list).sort());
  const degree = Int32Array.from(lists, (list) => list.length);
  return { ...problem, lots: { ...problem.lots, supply: flow.left, reach: lists, degree }, pairCaps: caps };
}

function isOpen({ rows, lists }: Flow, lot: number, sink: number): boolean {
  const row = rows[lot];
  return row ? (((row[sink >> 5] as number) >>> (sink & 31)) & 1) === 1 : (lists[lot]?.includes(sink) ?? false);
}
