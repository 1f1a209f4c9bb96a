import type { Flow } from '../../../core/flow.js';
import { dealLumpy, dealOut, type Share } from './deal.js';
import type { Holdings } from './holdings.js';
import { flowInUnits } from './relaxation.js';
import { mostCases } from './relaxed-limits.js';
import { type SizedProblem, wholeParts } from './sized-problem.js';
import type { Standing } from './standing.js';

/**
 * A first plan: the lots with minima or few destinations, the largest lumps first; then all others as if they could be cut up,
 * rounded down; then what that leaves, the largest cases first, to whoever is furthest below the relaxed level.
 */
export function construct(holdings: Holdings, standing: Standing, relaxed: Flow): void {
  const { problem } = holdings;
  const shares = sharesOf(problem, relaxed);
  const lots = [...holdings.left.keys()];
  const lumpy = lots.filter((lot) => problem.isLumpy(lot));
  for (const lot of lumpy.toSorted((a, b) => lump(holdings, b) - lump(holdings, a) || a - b)) {
    dealLumpy(holdings, standing, lot, shares.get(lot) ?? []);
  }
  roundDown(holdings);
  const measure = (lot: number) => problem.measure[lot] as number;
  for (const lot of lots.toSorted((a, b) => measure(b) - measure(a) || a - b)) {
    if (holdings.left[lot] === 0) continue;
    const sinks: number[] = [];
    problem.eachSink(lot, (sink) => sinks.push(sink));
    dealOut(holdings, standing, lot, sinks);
  }
}

/** Per lumpy lot, largest first. */
function sharesOf(problem: SizedProblem, { pairs }: Flow): ReadonlyMap<number, readonly Share[]> {
  const shares = new Map<number, Share[]>();
  for (let pair = 0; pair < pairs.count; pair++) {
    const lot = pairs.lotOf[pair] as number;
    const cases = wholeParts(pairs.cases[pair] as number, problem.measure[lot] as number);
    if (cases === 0 || !problem.isLumpy(lot)) continue;
    const list = shares.get(lot);
    const share = { sink: (pairs.portOf[pair] as number) % problem.sinks, cases };
    if (list === undefined) shares.set(lot, [share]);
    else list.push(share);
  }
  for (const list of shares.values()) list.sort((a, b) => b.cases - a.cases || a.sink - b.sink);
  return shares;
}

/** What one destination takes of the lot at least. */
function lump({ problem }: Holdings, lot: number): number {
  let least = 0;
  problem.eachSink(lot, (sink) => {
    least = Math.max(least, problem.least(lot, sink));
  });
  return least * (problem.measure[lot] as number);
}

/** The relaxation once more, of the lots that come case by case and over what the others have given already. */
function roundDown(holdings: Holdings): void {
  const { problem } = holdings;
  const { sinks, measure } = problem;
  const supply = holdings.left.map((cases, lot) => (problem.isLumpy(lot) ? 0 : cases));
  const { pairs } = flowInUnits(holdings, { supply, rows: problem.rows, portCases: mostCases(holdings, supply) }, [measure]);
  for (let pair = 0; pair < pairs.count; pair++) {
    const [lot, sink] = [pairs.lotOf[pair] as number, (pairs.portOf[pair] as number) % sinks];
    const cases = Math.min(wholeParts(pairs.cases[pair] as number, measure[lot] as number), holdings.roomFor(lot, sink));
    if (cases > 0) holdings.add(lot, sink, cases);
  }
}
