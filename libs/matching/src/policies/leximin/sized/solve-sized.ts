import type { Effort } from '../../../problem/problem.js';
import { augment, placeBetter } from './augment.js';
import { construct } from './construct.js';
import { dealOut } from './deal.js';
import { exchange } from './exchange.js';
import { Holdings } from './holdings.js';
import { type Relaxation, relax } from './relaxation.js';
import { passOn, relieve } from './relieve.js';
import { relocate } from './relocate.js';
import { reopen } from './reopen.js';
import type { SizedProblem } from './sized-problem.js';
import { Standing } from './standing.js';

export interface SizedPlan {
  readonly holdings: Holdings;
  readonly relaxation: Relaxation;
}

/** Bound, construction, chains, exchanges; then nothing is left that anybody could simply take. */
export function solveSized(problem: SizedProblem, effort: Effort): SizedPlan {
  const holdings = new Holdings(problem);
  const relaxation = relax(holdings);
  const standing = new Standing(holdings, relaxation.target);
  construct(holdings, standing, relaxation.flow);
  augment(holdings, standing);
  for (let turn = 0; turn < 4; turn++) {
    reopen(holdings, standing, effort === 'quick' ? 20_000_000 : 200_000_000);
    if (!relocate(holdings, standing, effort === 'quick' ? 10_000_000 : 100_000_000)) break;
  }
  placeBetter(holdings, standing);
  exchange(holdings, standing, effort === 'quick' ? 20_000_000 : 200_000_000, 40);
  for (let turn = 0; turn < 6; turn++) {
    const isRelieved = relieve(holdings, standing, 5_000_000);
    const isPassed = passOn(holdings, standing, 10_000_000, 20);
    if (!isRelieved && !isPassed) break;
    exchange(holdings, standing, 5_000_000, 40);
  }
  complete(holdings, standing);
  return { holdings, relaxation };
}

/** Until no case that is left could be given outright. */
function complete(holdings: Holdings, standing: Standing): void {
  for (const lot of holdings.left.keys()) {
    if (holdings.left[lot] === 0) continue;
    const sinks: number[] = [];
    holdings.problem.eachSink(lot, (sink) => sinks.push(sink));
    dealOut(holdings, standing, lot, sinks);
  }
}
