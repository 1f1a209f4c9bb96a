import { Flow } from '../../../core/flow.js';
import { type LargestFlow, largestFlow } from '../../../core/largest-flow.js';
import { leximinTotals } from '../../../core/leximin-totals.js';
import type { Holdings } from './holdings.js';
import { mostCases, mostOfPorts, mostOfSinks, placeable } from './relaxed-limits.js';
import type { SizedProblem } from './sized-problem.js';

/** More of them bound better and take longer. */
const MOST_LAYERS = 8;

export interface Relaxation {
  /** No plan places more cases, locked ones left out. */
  readonly cases: number;
  /** Per sink, in the measure and beyond the locks: what it would have if cases could be cut into single units of the measure. */
  readonly target: Float64Array;
  /** One way to give them: a flow in single units, which is no plan but a good guess at who should have what. */
  readonly flow: Flow;
}

interface UnitLimits {
  readonly supply: Float64Array;
  readonly rows: readonly Uint32Array[];
  readonly portCases: Float64Array;
  /** What all of it can come to at most. */
  readonly most?: number;
}

/** What bounds every plan: the most cases, and the levels that the contract's order gives to goods in single units. */
export function relax(empty: Holdings): Relaxation {
  const { problem } = empty;
  const { core } = problem;
  const supply = empty.left.map((_, lot) => placeable(problem, lot));
  const portCases = mostCases(empty, supply);
  const lots = { ...core.lots, supply, reach: problem.rows };
  const largest = largestFlow({ ...core, lots, sinks: { ...core.sinks, room: portCases } }, problem.measure);
  const rows = usedRows(problem, largest);
  const limits = { supply, rows, portCases, most: largest.worth };
  const target = flowInUnits(empty, limits, layersOf(problem.measure)).total;
  return { cases: largest.cases, target, flow: flowInUnits(empty, limits, [problem.measure]) };
}

/**
 * The rows without pairs that no largest flow uses: what lots with cases left can reach is full of them, and of the lots beyond
 * the cut nothing goes there.
 */
function usedRows({ core, rows, lots, sinks }: SizedProblem, { isNear }: LargestFlow): readonly Uint32Array[] {
  const near = Array.from({ length: core.classes }, (_, c) => {
    const bits = new Uint32Array((sinks + 31) >> 5);
    for (let sink = 0; sink < sinks; sink++) {
      if (isNear(lots + c * sinks + sink)) bits[sink >> 5] = (bits[sink >> 5] as number) | (1 << (sink & 31));
    }
    return bits;
  });
  return rows.map((row, lot) => {
    const taken = near[core.lots.classOf[lot] as number] as Uint32Array;
    return isNear(lot) ? row : row.map((word, w) => word & ~(taken[w] as number));
  });
}

/**
 * The contract's order over single units of the measure, beyond these holdings: the exact core, with every case cut up. Cases are
 * cut in layers, lowest first: each of a storage's cases carries at most one layer of each kind, so that small cases cannot
 * pass for large ones (a sum of polymatroids is one again, and holds every plan).
 */
export function flowInUnits(holdings: Holdings, { supply, rows, portCases, most }: UnitLimits, layers: readonly Float64Array[]): Flow {
  const { core, sinks } = holdings.problem;
  const inEach = <T>(list: ArrayLike<T>) => layers.flatMap(() => Array.from(list));
  const cut = (cases: Float64Array) =>
    Float64Array.from(layers.flatMap((sizes) => [...cases.map((count, lot) => product(count, sizes[lot] as number))]));
  const flow = new Flow({
    lots: {
      count: layers.length * core.lots.count,
      supply: cut(supply),
      pairCap: cut(core.lots.pairCap),
      classOf: Uint8Array.from(layers.flatMap((_, layer) => [...core.lots.classOf.map((c) => layer * core.classes + c)])),
      reach: inEach(rows),
      degree: Int32Array.from(inEach(core.lots.degree)),
      dateRank: Int32Array.from(inEach(core.lots.dateRank)),
    },
    sinks: {
      ...core.sinks,
      base: core.sinks.base.map((filled, sink) => filled + (holdings.awarded[sink] as number)),
      room: Float64Array.from(layers.flatMap((sizes) => [...mostOfPorts(holdings, supply, rows, portCases, sizes)])),
      ceiling: mostOfSinks(holdings, supply, rows, portCases),
    },
    classes: layers.length * core.classes,
    step: 1,
    pairCaps: new Map(
      layers.flatMap((sizes, layer) =>
        [...core.pairCaps].map(([key, cases]) => [
          layer * core.lots.count * sinks + key,
          product(cases, sizes[Math.floor(key / sinks)] as number),
        ]),
      ),
    ),
  });
  leximinTotals(flow, most);
  return flow;
}

/** Per layer, what a case of each lot has in it. The sizes of all lots are the steps, or eight of them evenly. */
function layersOf(measure: Float64Array): Float64Array[] {
  const sizes = [...new Set(measure)].sort((a, b) => a - b);
  const count = Math.min(MOST_LAYERS, sizes.length);
  const steps = Array.from({ length: count }, (_, i) => sizes[Math.ceil(((i + 1) * sizes.length) / count) - 1] as number);
  return steps.map((top, i) => {
    const bottom = i === 0 ? 0 : (steps[i - 1] as number);
    return measure.map((size) => Math.max(0, Math.min(size, top) - bottom));
  });
}

/** No limit of nothing is nothing. */
function product(cases: number, size: number): number {
  return size === 0 ? 0 : cases * size;
}
