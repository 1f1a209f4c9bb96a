import type { Flow } from './flow.js';
import { Layers } from './layers.js';
import { Paths } from './paths.js';

/**
 * With every sink's total held, places the most cases of the earliest date, then of the next, and so on: cases left over of one
 * date take the place of cases of a later one wherever a path leads there. What a fruitless search has reached can be left out
 * of all later ones: nothing leads out of it, and nothing later-dated is placed from it.
 */
export function earliestFirst(flow: Flow): void {
  if (flow.left.every((cases) => cases === 0)) return;
  const layers = new Layers(flow);
  const paths = new Paths(flow, layers);
  const ports = Int32Array.from({ length: flow.through.length }, (_, port) => port);
  const sinks = new Int32Array(0);
  for (const [date, lots] of byDate(flow).entries()) {
    // Asked at its turn: a lot that gave way to an earlier date has cases left that it had not before.
    if (lots.every((lot) => flow.left[lot] === 0)) continue;
    paths.maximise({ id: 0, lots, ports, sinks, cases: 0, isExact: true }, { target: flow.total, date }, Number.POSITIVE_INFINITY);
    for (let i = 0; i < layers.reached; i++) layers.regionOf[layers.queue[i] as number] = -1;
    layers.clear();
  }
}

function byDate({ problem, lots }: Flow): Int32Array[] {
  const { dateRank } = problem.lots;
  const dates: number[][] = [];
  for (let lot = 0; lot < lots; lot++) {
    const rank = dateRank[lot] as number;
    while (dates.length <= rank) dates.push([]);
    dates[rank]?.push(lot);
  }
  return dates.map((list) => Int32Array.from(list));
}
