import type { Flow } from '../core/flow.js';
import type { Candidates } from './candidates.js';
import type { LotTraits } from './lot-traits.js';

/** A lot that needs more destinations than this is not for a few: the rest of it is dealt in the order of the sinks. */
const FEW = 16;

/**
 * Gives the lots that donors ship themselves to as few destinations as possible: whoever a donor delivers to anyway, then
 * whoever takes the most. Nobody is filled by them for more than half, so that there is room for other goods, as long as
 * others can take them.
 */
export function concentrate(flow: Flow, target: Float64Array, candidates: Candidates, traits: LotTraits): void {
  const direct = directLots(flow, traits);
  const isServed = new Uint8Array(flow.sinks);
  for (const share of [0.5, 1]) {
    let origin = -1;
    for (const lot of direct) {
      if (traits.origin[lot] !== origin) isServed.fill(0);
      origin = traits.origin[lot] as number;
      if ((flow.left[lot] as number) > 0) giveToFew(flow, lot, target, share, candidates, isServed);
    }
  }
}

/** Origin by origin, and the largest lot of an origin first: where it goes, the others follow. */
function directLots({ lots, left }: Flow, { isDirect, origin }: LotTraits): number[] {
  return Array.from({ length: lots }, (_, lot) => lot)
    .filter((lot) => isDirect[lot] === 1)
    .sort((a, b) => (origin[a] as number) - (origin[b] as number) || (left[b] as number) - (left[a] as number) || a - b);
}

function giveToFew(flow: Flow, lot: number, target: Float64Array, share: number, candidates: Candidates, isServed: Uint8Array): void {
  const { count, sink, most } = candidates.find(lot);
  for (let i = 0; i < count; i++) most[i] = Math.min(most[i] as number, roomForDirect(flow, target, sink[i] as number, share));
  for (let turn = 0; turn < FEW && (flow.left[lot] as number) > 0; turn++) {
    let best = -1;
    for (let i = 0; i < count; i++) if ((most[i] as number) > 0 && (best < 0 || isBetter(candidates, i, best, isServed))) best = i;
    if (best < 0) return;
    give(flow, lot, candidates, best, isServed);
  }
  for (let i = 0; i < count && (flow.left[lot] as number) > 0; i++) give(flow, lot, candidates, i, isServed);
}

function roomForDirect(flow: Flow, target: Float64Array, sink: number, share: number): number {
  return Math.max(0, Math.floor((target[sink] as number) * share) - (flow.total[sink] as number));
}

function isBetter({ sink, most }: Candidates, i: number, best: number, isServed: Uint8Array): boolean {
  const served = (isServed[sink[i] as number] as number) - (isServed[sink[best] as number] as number);
  return served > 0 || (served === 0 && (most[i] as number) > (most[best] as number));
}

function give(flow: Flow, lot: number, { sink, most }: Candidates, i: number, isServed: Uint8Array): void {
  const cases = Math.min(flow.left[lot] as number, most[i] as number);
  most[i] = 0;
  if (cases === 0) return;
  flow.place(lot, flow.portOf(lot, sink[i] as number), cases);
  isServed[sink[i] as number] = 1;
}
