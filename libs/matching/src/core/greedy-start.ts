import type { Flow } from './flow.js';

/**
 * Gives each lot to whoever has room under its target: earliest dates first, which spares exchanges later, and of one date the
 * lots that fewest may have. Most of the flow is there before any path is searched for.
 */
export function greedyStart(flow: Flow, target: Float64Array): void {
  const open = openPorts(flow, target);
  const { degree, dateRank } = flow.problem.lots;
  const order = Int32Array.from({ length: flow.lots }, (_, lot) => lot).sort(
    (a, b) => (dateRank[a] as number) - (dateRank[b] as number) || (degree[a] as number) - (degree[b] as number) || a - b,
  );
  for (const lot of order) {
    const row = flow.rows[lot] as Uint32Array | null;
    if (row === null) alongList(flow, lot, open, target);
    else alongRow(flow, lot, row, open, target);
  }
}

/** Per class, as bits, the ports with room whose sink is under its target. */
function openPorts(flow: Flow, target: Float64Array): Uint32Array[] {
  return Array.from({ length: flow.classes }, (_, c) => {
    const bits = new Uint32Array((flow.sinks + 31) >> 5);
    for (let sink = 0; sink < flow.sinks; sink++) {
      const isOpen = (flow.total[sink] as number) < (target[sink] as number) && flow.roomOfPort(c * flow.sinks + sink) > 0;
      if (isOpen) bits[sink >> 5] = (bits[sink >> 5] as number) | (1 << (sink & 31));
    }
    return bits;
  });
}

function alongRow(flow: Flow, lot: number, row: Uint32Array, open: Uint32Array[], target: Float64Array): void {
  const ofClass = open[flow.problem.lots.classOf[lot] as number] as Uint32Array;
  for (let word = 0; word < row.length; word++) {
    let found = (row[word] as number) & (ofClass[word] as number);
    while (found !== 0) {
      const bit = found & -found;
      found ^= bit;
      give(flow, lot, word * 32 + 31 - Math.clz32(bit), open, target);
      if ((flow.left[lot] as number) === 0) return;
    }
  }
}

function alongList(flow: Flow, lot: number, open: Uint32Array[], target: Float64Array): void {
  for (const sink of flow.lists[lot] as Int32Array) {
    if ((flow.left[lot] as number) === 0) return;
    give(flow, lot, sink, open, target);
  }
}

function give(flow: Flow, lot: number, sink: number, open: Uint32Array[], target: Float64Array): void {
  const port = flow.portOf(lot, sink);
  const missing = (target[sink] as number) - (flow.total[sink] as number);
  const cases = Math.min(flow.left[lot] as number, missing, flow.roomOfPort(port), flow.roomOfPair(lot, port));
  if (cases <= 0) return;
  flow.place(lot, port, cases);
  if (cases === missing) for (const bits of open) close(bits, sink);
  else if (flow.roomOfPort(port) === 0) close(open[flow.problem.lots.classOf[lot] as number] as Uint32Array, sink);
}

function close(bits: Uint32Array, sink: number): void {
  bits[sink >> 5] = (bits[sink >> 5] as number) & ~(1 << (sink & 31));
}
