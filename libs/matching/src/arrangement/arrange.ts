import { assert } from '@wakachi/kernel';
import { Flow } from '../core/flow.js';
import { Layers } from '../core/layers.js';
import { wholeRegion } from '../core/leximin-totals.js';
import { Paths } from '../core/paths.js';
import { Candidates } from './candidates.js';
import { concentrate } from './concentrate.js';
import { keepClose } from './keep-close.js';
import type { LotTraits } from './lot-traits.js';
import { spread } from './spread.js';

/** Cases of a lot that a sink had in an earlier plan. */
export interface Kept {
  readonly lot: number;
  readonly sink: number;
  readonly cases: number;
}

/**
 * Places the same cases again, of every lot and for every sink as many as in the finished flow, where that is most useful: few
 * destinations for what donors ship, a share of everything for everybody else, or, when an earlier plan is given, as close to
 * it as can be. What construction leaves over finds its place along paths: there is one, since the finished flow fits.
 */
export function arrange(solved: Flow, traits: LotTraits, previous: readonly Kept[] | null): Flow {
  const flow = new Flow(solved.problem);
  for (let lot = 0; lot < flow.lots; lot++) flow.left[lot] = (flow.left[lot] as number) - (solved.left[lot] as number);
  const candidates = new Candidates(flow, solved.total);
  if (previous !== null) keepClose(flow, solved.total, previous);
  concentrate(flow, solved.total, candidates, traits);
  spread(flow, candidates, traits);
  complete(flow, solved.total);
  for (let lot = 0; lot < flow.lots; lot++) flow.left[lot] = (flow.left[lot] as number) + (solved.left[lot] as number);
  return flow;
}

function complete(flow: Flow, target: Float64Array): void {
  const missing = flow.left.reduce((sum, cases) => sum + cases, 0);
  const region = { ...wholeRegion(flow), cases: missing };
  const unplaced = new Paths(flow, new Layers(flow)).maximise(region, { target, date: null }, missing);
  assert(unplaced === 0, 'totals that fitted once fit again');
}
