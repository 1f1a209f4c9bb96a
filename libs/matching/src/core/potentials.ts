import { eachBit } from './bits.js';
import { keyBefore } from './core-problem.js';
import type { Flow } from './flow.js';
import type { Residual } from './residual.js';

/** Potentials by node (lots, ports, sinks): the sink with the smallest next key among those that the node can reach; -1 = ∞. */
export type Potentials = Int32Array;

/** Sinks below their ceiling, by the key of the case that each would get next. */
export function byNextKey({ problem, sinks, total }: Flow): Int32Array {
  return Int32Array.from({ length: sinks }, (_, sink) => sink)
    .filter((sink) => (total[sink] as number) < (problem.sinks.ceiling[sink] as number))
    .sort((a, b) => (keyBefore(problem, a, total[a] as number, b, total[b] as number) ? -1 : 1));
}

/** Back from each sink in turn, smallest next key first: what is met first from a sink reaches none with a smaller key. */
export function potentialsOf(residual: Residual): Potentials {
  const { flow, words, open, ofClass, start, holders } = residual;
  const potentials = new Int32Array(flow.nodes).fill(-1);
  const unmet = new Uint32Array(words).fill(0xffffffff);
  const queue: number[] = [];
  const meet = (node: number, end: number) => {
    if (potentials[node] !== -1) return;
    potentials[node] = end;
    queue.push(node);
  };
  for (const end of byNextKey(flow)) {
    meet(flow.firstSink + end, end);
    for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
      if (node >= flow.firstSink) {
        const sink = node - flow.firstSink;
        for (let port = sink; port < flow.through.length; port += flow.sinks) if (flow.roomOfPort(port) > 0) meet(flow.lots + port, end);
      } else if (node >= flow.lots) {
        const port = node - flow.lots;
        const sink = port % flow.sinks;
        if ((flow.through[port] as number) > 0) meet(flow.firstSink + sink, end);
        const row = open[sink] as Uint32Array;
        const lots = ofClass[(port - sink) / flow.sinks] as Uint32Array;
        for (let w = 0; w < words; w++) {
          const found = (row[w] as number) & (lots[w] as number) & (unmet[w] as number);
          unmet[w] = (unmet[w] as number) & ~found;
          if (found !== 0) eachBit(found, w, (lot) => meet(lot, end));
        }
      } else {
        const last = start[node + 1] as number;
        for (let i = start[node] as number; i < last; i++) meet(flow.lots + flow.portOf(node, holders[i] as number), end);
      }
    }
  }
  return potentials;
}
