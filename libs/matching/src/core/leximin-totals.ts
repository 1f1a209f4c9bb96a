import { apportion, type Bounds } from './apportion.js';
import type { Flow } from './flow.js';
import { greedyStart } from './greedy-start.js';
import { Layers } from './layers.js';
import { Paths } from './paths.js';
import type { Region } from './region.js';
import { split } from './split.js';

/**
 * Places the most cases, at totals whose granted keys are the smallest possible (decomposition: Fujishige 1980, Groenevelt
 * 1991). Each region deals its cases out by key as if there were no network and sends what the network lets through. If all of
 * it arrives, the shares are the totals. If not, the minimum cut parts the sinks that got their share, and may yet get more,
 * from those that get all they ever will, and may have to share it better.
 *
 * @param most no more than so many cases go in all, for whatever reason the network does not know of
 */
export function leximinTotals(flow: Flow, most = Number.POSITIVE_INFINITY): void {
  const layers = new Layers(flow);
  const paths = new Paths(flow, layers);
  const bounds = firstBounds(flow);
  const target = new Float64Array(flow.sinks);
  const whole = wholeRegion(flow, most);
  apportion(flow.problem, whole.sinks, whole.cases, bounds, target);
  greedyStart(flow, target);
  const waiting = [whole];
  let regions = 1;
  for (let region = waiting.pop(); region !== undefined; region = waiting.pop()) {
    apportion(flow.problem, region.sinks, region.cases, bounds, target);
    takeExcess(flow, layers, region, target);
    const missing = paths.maximise(region, { target, date: null }, casesMissing(flow, region, target));
    if (missing > 0) {
      waiting.push(...split(flow, layers, region, regions, bounds, target));
      regions += 2;
    }
    layers.clear();
  }
}

/** What a sink can have at all, as far as that is quickly seen: the better the bound, the fewer the cuts. */
function firstBounds({ problem, sinks, classes }: Flow): Bounds {
  const { lots } = problem;
  const supply = new Float64Array(classes);
  for (let lot = 0; lot < lots.count; lot++) {
    const c = lots.classOf[lot] as number;
    if (lots.reach[lot]?.length) supply[c] = (supply[c] as number) + (lots.supply[lot] as number);
  }
  const most = Float64Array.from({ length: sinks }, (_, sink) => {
    let room = 0;
    for (let c = 0; c < classes; c++) room += Math.min(supply[c] as number, problem.sinks.room[c * sinks + sink] as number);
    return Math.min(room, problem.sinks.ceiling[sink] as number);
  });
  return { least: new Float64Array(sinks), most };
}

/** All of the network, as one region, of which `most` cases are placed at most. */
export function wholeRegion({ lots, sinks, classes, problem }: Flow, most = Number.POSITIVE_INFINITY): Region {
  const upTo = (count: number) => Int32Array.from({ length: count }, (_, i) => i);
  const cases = Math.min(
    most,
    problem.lots.supply.reduce((sum, supply) => sum + supply, 0),
  );
  return { id: 0, lots: upTo(lots), ports: upTo(classes * sinks), sinks: upTo(sinks), cases, isExact: false };
}

/** A share that has become smaller gives cases back, but never those that came over a cut. */
function takeExcess(flow: Flow, { regionOf }: Layers, { id, sinks }: Region, target: Float64Array): void {
  const { pairs } = flow;
  for (const sink of sinks) {
    let excess = (flow.total[sink] as number) - (target[sink] as number);
    for (let c = 0; c < flow.classes && excess > 0; c++) {
      const port = c * flow.sinks + sink;
      if (regionOf[flow.lots + port] !== id) continue;
      for (let pair = pairs.first[port] as number; pair >= 0 && excess > 0; pair = pairs.next[pair] as number) {
        if (regionOf[pairs.lotOf[pair] as number] !== id) continue;
        const cases = Math.min(excess, pairs.cases[pair] as number);
        flow.takeBack(pair, cases);
        excess -= cases;
      }
    }
  }
}

function casesMissing(flow: Flow, { sinks }: Region, target: Float64Array): number {
  return sinks.reduce((sum, sink) => sum + (target[sink] as number) - (flow.total[sink] as number), 0);
}
