import { eachBit } from './bits.js';
import type { Residual } from './residual.js';

/**
 * The sinks in an order in which one that can give to another stands before it, rings apart: that in which a depth-first walk,
 * back from each sink to those that can give to it, leaves them.
 */
export function giversFirst(residual: Residual): Int32Array {
  const { flow, words, start, holders } = residual;
  const order = new Int32Array(flow.sinks);
  const isMet = new Uint8Array(flow.sinks);
  const isPortMet = new Uint8Array(flow.through.length);
  const unmet = new Uint32Array(words).fill(0xffffffff);
  const path: { readonly sink: number; readonly lots: number[] }[] = [];
  const meet = (sink: number) => {
    isMet[sink] = 1;
    const lots: number[] = [];
    for (let port = sink; port < flow.through.length; port += flow.sinks) {
      if (flow.roomOfPort(port) > 0) takeSources(residual, port, unmet, lots);
    }
    path.push({ sink, lots });
  };
  let count = 0;
  for (let first = 0; first < flow.sinks; first++) {
    if (isMet[first] === 0) meet(first);
    for (let at = path.at(-1); at !== undefined; at = path.at(-1)) {
      const lot = at.lots.pop();
      if (lot === undefined) {
        order[count++] = at.sink;
        path.pop();
        continue;
      }
      const last = start[lot + 1] as number;
      for (let i = start[lot] as number; i < last; i++) {
        const holder = holders[i] as number;
        const port = flow.portOf(lot, holder);
        if (isPortMet[port] === 1) continue;
        isPortMet[port] = 1;
        if (flow.roomOfPort(port) === 0) takeSources(residual, port, unmet, at.lots);
        if (isMet[holder] === 1) continue;
        at.lots.push(lot);
        meet(holder);
        break;
      }
    }
  }
  return order;
}

/** Moves the lots that the port could take a case of from `unmet` to the list. */
function takeSources({ flow, words, open, ofClass }: Residual, port: number, unmet: Uint32Array, lots: number[]): void {
  const sink = port % flow.sinks;
  const row = open[sink] as Uint32Array;
  const own = ofClass[(port - sink) / flow.sinks] as Uint32Array;
  for (let w = 0; w < words; w++) {
    const found = (row[w] as number) & (own[w] as number) & (unmet[w] as number);
    if (found === 0) continue;
    unmet[w] = (unmet[w] as number) & ~found;
    eachBit(found, w, (lot) => lots.push(lot));
  }
}
