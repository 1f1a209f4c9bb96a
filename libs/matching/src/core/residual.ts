import { transpose } from './bits.js';
import type { Flow } from './flow.js';

/** What can still move in a finished flow, seen from where it would arrive: lots as bits, lot 32w + i being bit i of word w. */
export interface Residual {
  readonly flow: Flow;
  /** Words in a row of lots. */
  readonly words: number;
  /** Per sink: the lots of which it could take one more case as far as the pair is concerned. */
  readonly open: readonly Uint32Array[];
  /** Per class: its lots. */
  readonly ofClass: readonly Uint32Array[];
  /** The sinks that hold cases of lot l: `holders[start[l]]` up to `holders[start[l + 1]]`. */
  readonly start: Int32Array;
  readonly holders: Int32Array;
}

export function residualOf(flow: Flow): Residual {
  const words = (flow.lots + 31) >> 5;
  const ofClass = Array.from({ length: flow.classes }, () => new Uint32Array(words));
  for (let lot = 0; lot < flow.lots; lot++) set(ofClass[flow.problem.lots.classOf[lot] as number] as Uint32Array, lot);
  return { flow, words, open: openLots(flow, words), ofClass, ...holdersOf(flow) };
}

/** The flow's rows turned over, 32 lots and 32 sinks at a time. */
function openLots(flow: Flow, words: number): Uint32Array[] {
  const open = Array.from({ length: flow.sinks }, () => new Uint32Array(words));
  const square = new Uint32Array(32);
  for (let w = 0; w < words; w++) {
    const rows = flow.rows.slice(w * 32, w * 32 + 32);
    for (let v = 0; v * 32 < flow.sinks; v++) {
      for (let i = 0; i < 32; i++) square[i] = rows[i]?.[v] ?? 0;
      transpose(square);
      for (let i = 0; i < 32 && v * 32 + i < flow.sinks; i++) (open[v * 32 + i] as Uint32Array)[w] = square[i] as number;
    }
  }
  for (const [lot, list] of flow.lists.entries()) {
    for (const sink of list ?? []) if (flow.roomOfPair(lot, flow.portOf(lot, sink)) > 0) set(open[sink] as Uint32Array, lot);
  }
  return open;
}

function holdersOf({ lots, sinks, pairs }: Flow): Pick<Residual, 'start' | 'holders'> {
  const start = new Int32Array(lots + 1);
  for (let pair = 0; pair < pairs.count; pair++) if ((pairs.cases[pair] as number) > 0) increase(start, (pairs.lotOf[pair] as number) + 1);
  for (let lot = 0; lot < lots; lot++) start[lot + 1] = (start[lot + 1] as number) + (start[lot] as number);
  const next = start.slice();
  const holders = new Int32Array(start[lots] as number);
  for (let pair = 0; pair < pairs.count; pair++) {
    if ((pairs.cases[pair] as number) > 0) holders[increase(next, pairs.lotOf[pair] as number)] = (pairs.portOf[pair] as number) % sinks;
  }
  return { start, holders };
}

/** Answers what stood there before. */
function increase(counts: Int32Array, at: number): number {
  const before = counts[at] as number;
  counts[at] = before + 1;
  return before;
}

function set(row: Uint32Array, place: number): void {
  row[place >> 5] = (row[place >> 5] as number) | (1 << (place & 31));
}
