import { BitRows } from '../bit-rows.js';
import { CLASSES } from '../facts.js';
import { ceilingMeasure, shelfMeasure } from './limits.js';
import type { Offer } from './offer.js';
import type { Limits } from './transport.js';

const MOST_LAYERS = 8;

interface InCases {
  readonly supply: Float64Array;
  readonly sizes: Float64Array;
  readonly shelves: Float64Array;
  readonly open: BitRows;
}

/** The transport in single units, every lot and shelf once for each layer that cases are cut into. */
export function cutUp(offer: Offer, pairCap: Limits['pairCap'], { supply, sizes, shelves, open }: InCases): Limits {
  const layers = layersOf(sizes);
  const lots = sizes.length;
  const kinds = layers.length * CLASSES.length;
  const layered = new BitRows(offer.groups.length, lots * layers.length);
  for (const group of offer.groups.keys()) {
    for (let i = 0; i < lots; i++) if (open.has(group, i)) for (const layer of layers.keys()) layered.set(group, layer * lots + i);
  }
  const room = new Float64Array(offer.groups.length * kinds);
  for (const [layer, slices] of layers.entries()) {
    for (const [shelf, most] of shelfMeasure(offer, supply, open, shelves, slices).entries()) {
      room[Math.floor(shelf / CLASSES.length) * kinds + layer * CLASSES.length + (shelf % CLASSES.length)] = most;
    }
  }
  return {
    kinds,
    kindOf: Uint8Array.from(layers.flatMap((_, layer) => Array.from(offer.classOf, (c) => layer * CLASSES.length + c))),
    supply: Float64Array.from(layers.flatMap((slices) => Array.from(supply, (cases, i) => cases * (slices[i] as number)))),
    room,
    ceiling: ceilingMeasure(offer, supply, open, shelves, sizes),
    open: layered,
    pairCap: pairCap && ((lot, group) => times(pairCap(lot % lots, group), layers[Math.floor(lot / lots)]?.[lot % lots] as number)),
  };
}

/** Per layer, what a case of each lot has in it. */
function layersOf(sizes: Float64Array): Float64Array[] {
  const distinct = [...new Set(sizes)].sort((a, b) => a - b);
  const count = Math.min(distinct.length, MOST_LAYERS);
  const layers: Float64Array[] = [];
  let below = 0;
  for (let i = 1; i <= count; i++) {
    const top = distinct[Math.ceil((i * distinct.length) / count) - 1] as number;
    const bottom = below;
    layers.push(sizes.map((size) => Math.max(Math.min(size, top) - bottom, 0)));
    below = top;
  }
  return layers;
}

function times(cases: number, units: number): number {
  return units === 0 ? 0 : cases * units;
}
