import { assert } from '@wakachi/kernel';
import type { Bounds } from './apportion.js';
import type { Flow } from './flow.js';
import type { Layers } from './layers.js';
import type { Region } from './region.js';

/**
 * Parts a region at the minimum cut that the last search has marked. What it reached are sinks that all have their shares, and
 * will keep at least those; what it did not reach has all cases that it can ever have, and no sink of it will get more than its
 * share. Where no sink was reached, the region was dealt more cases than it can take, and now the number is known.
 */
export function split(flow: Flow, layers: Layers, region: Region, nextId: number, bounds: Bounds, target: Float64Array): Region[] {
  const isReached = (node: number) => (layers.depth[node] as number) >= 0;
  const sinksReached = region.sinks.filter((sink) => isReached(flow.firstSink + sink));
  const sinksCut = sinksReached.length === 0 ? region.sinks : region.sinks.filter((sink) => !isReached(flow.firstSink + sink));
  for (const sink of sinksReached) bounds.least[sink] = target[sink] as number;
  for (const sink of sinksCut) bounds.most[sink] = target[sink] as number;
  const arrived = sinksCut.reduce((sum, sink) => sum + (flow.total[sink] as number), 0);
  if (sinksReached.length === 0) {
    assert(!region.isExact, 'a region that gets fewer cases than it must has a cut');
    return [{ ...region, cases: arrived, isExact: true }];
  }
  const part = (id: number, sinks: Int32Array, wantReached: boolean, cases: number, isExact: boolean): Region => ({
    id,
    lots: region.lots.filter((lot) => isReached(lot) === wantReached),
    ports: region.ports.filter((port) => isReached(flow.lots + port) === wantReached),
    sinks,
    cases,
    isExact,
  });
  const reached = part(nextId, sinksReached, true, region.cases - arrived, region.isExact);
  const cut = part(nextId + 1, sinksCut, false, arrived, true);
  for (const side of [reached, cut]) enter(flow, layers, side);
  keepWhatIsSettled(flow, layers, cut, bounds);
  return [reached, cut];
}

function enter(flow: Flow, layers: Layers, { id, lots, ports, sinks }: Region): void {
  for (const lot of lots) layers.regionOf[lot] = id;
  for (const port of ports) layers.regionOf[flow.lots + port] = id;
  for (const sink of sinks) layers.regionOf[flow.firstSink + sink] = id;
}

/** What the reached side sends across is all that the cut lets through, and every best plan needs it: nobody's share is less. */
function keepWhatIsSettled(flow: Flow, layers: Layers, cut: Region, { least }: Bounds): void {
  const { pairs } = flow;
  for (const sink of cut.sinks) {
    let settled = 0;
    for (let c = 0; c < flow.classes; c++) {
      const port = c * flow.sinks + sink;
      if (layers.regionOf[flow.lots + port] !== cut.id) {
        settled += flow.through[port] as number;
        continue;
      }
      for (let pair = pairs.first[port] as number; pair >= 0; pair = pairs.next[pair] as number) {
        if (layers.regionOf[pairs.lotOf[pair] as number] !== cut.id) settled += pairs.cases[pair] as number;
      }
    }
    least[sink] = Math.max(least[sink] as number, settled);
  }
}
