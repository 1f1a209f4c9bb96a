import type { CoreProblem } from './core-problem.js';
import { Flow } from './flow.js';
import { Layers } from './layers.js';
import { Paths } from './paths.js';

export interface LargestFlow {
  readonly cases: number;
  /** The most that the cases of a largest flow can be worth together. */
  readonly worth: number;
  /** Whether a node lies on the near side of the minimum cut: a lot with cases left reaches it over what is left of the network. */
  isNear(node: number): boolean;
}

/**
 * The most cases that the network lets through, whoever gets them: a maximum flow (Dinic 1970), no shares and no dates. Lots come
 * in by the worth of a case, dearest first; what has come in is never put out again, so the flow is also worth the most
 * (the sets of cases that can be sent form a matroid, where greedy by worth is right: Edmonds 1971).
 */
export function largestFlow(problem: CoreProblem, worthOf: Float64Array): LargestFlow {
  const flow = new Flow(problem);
  const { supply } = problem.lots;
  const layers = new Layers(flow);
  const paths = new Paths(flow, layers);
  const target = mostOfEach(problem);
  const [ports, sinks] = [upTo(flow.through.length), upTo(flow.sinks)];
  const placed = () => flow.total.reduce((sum, cases) => sum + cases, 0);
  flow.left.fill(0);
  let [cases, worth] = [0, 0];
  for (const lots of byWorth(worthOf)) {
    for (const lot of lots) flow.left[lot] = supply[lot] as number;
    layers.clear();
    paths.maximise({ id: 0, lots, ports, sinks, cases: 0, isExact: false }, { target, date: null }, Number.POSITIVE_INFINITY);
    const now = placed();
    worth += (now - cases) * (worthOf[lots[0] as number] as number);
    cases = now;
  }
  layers.clear();
  const whole = { id: 0, lots: upTo(flow.lots), ports, sinks, cases: 0, isExact: false };
  layers.search(whole, { target, date: null });
  return { cases, worth, isNear: (node) => (layers.depth[node] as number) >= 0 };
}

/** Lots of one worth together, the dearest first. */
function byWorth(worthOf: Float64Array): Int32Array[] {
  const lots = new Map<number, number[]>();
  for (const [lot, worth] of worthOf.entries()) {
    const list = lots.get(worth);
    if (list === undefined) lots.set(worth, [lot]);
    else list.push(lot);
  }
  return [...lots].sort(([a], [b]) => b - a).map(([, list]) => Int32Array.from(list));
}

/** A number and never infinity, so that what is missing can be taken off it. */
function mostOfEach({ lots, sinks }: CoreProblem): Float64Array {
  const supply = lots.supply.reduce((sum, cases) => sum + cases, 0);
  return sinks.ceiling.map((ceiling) => Math.min(ceiling, supply));
}

function upTo(count: number): Int32Array {
  return Int32Array.from({ length: count }, (_, i) => i);
}
