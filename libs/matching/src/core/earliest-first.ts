import type { Flow } from './flow.js';
import { Layers } from './layers.js';
import { Paths } from './paths.js';

/**
 * With every sink's total held, places the most cases of the earliest date, then of the next, and so on: cases left over of one
 * date take the place of cases of a later one wherever a path leads there. What a fruitless search has reached can be left out
 * of all later ones: nothing leads out of it, and nothing later-dated is placed from it.
 */
export function earliestFirst(flow: Flow): void {
  const layers = new Layers(flow);
  const paths = new Paths(flow, layers);
  const { dateRank } = flow.problem.lots;
  const upTo = (count: number) => Int32Array.from({ length: count }, (_, i) => i);
  const withRest = upTo(flow.lots).filter((lot) => (flow.left[lot] as number) > 0);
  const dates = [...new Set(withRest.map((lot) => dateRank[lot] as number))].sort((a, b) => a - b);
  const latest = dateRank.reduce((most, rank) => Math.max(most, rank), 0);
  const ports = upTo(flow.classes * flow.sinks);
  const none = new Int32Array(0);
  for (const date of dates) {
    if (date === latest) return;
    const region = { id: 0, lots: withRest.filter((lot) => dateRank[lot] === date), ports, sinks: none, cases: 0, isExact: true };
    paths.maximise(region, { target: flow.total, date }, Number.POSITIVE_INFINITY);
    for (let i = 0; i < layers.reached; i++) layers.regionOf[layers.queue[i] as number] = -1;
    layers.clear();
  }
}
