import type { Residual } from './residual.js';

/**
 * The groups in such an order that those who could give one a case stand before it, as far as they do not stand in a ring:
 * the finishing order of a depth-first search from each group to the lots open to it and on to those lots' holders.
 */
export function givingOrder({ lotCount, groupCount, open, holders }: Residual): readonly number[] {
  const order: number[] = [];
  const isMet = new Uint8Array(groupCount);
  const unmetLots = new Uint32Array(open.wordsPerRow).fill(0xffffffff);
  if (lotCount % 32 !== 0) unmetLots[open.wordsPerRow - 1] = (1 << (lotCount % 32)) - 1;
  // A stack of its own, since a chain may be as long as there are groups: a group as itself, a lot as its complement.
  const nodes: number[] = [];
  const cursors: number[] = [];
  const enter = (node: number) => {
    if (node >= 0) isMet[node] = 1;
    nodes.push(node);
    cursors.push(0);
  };
  for (let root = 0; root < groupCount; root++) {
    if (isMet[root] === 0) enter(root);
    while (nodes.length > 0) {
      const node = nodes.at(-1) as number;
      const next =
        node >= 0 ? nextLot(open.row(node), unmetLots, cursors) : nextHolder(holders[~node] as readonly number[], isMet, cursors);
      if (next !== null) enter(next);
      else {
        if (node >= 0) order.push(node);
        nodes.pop();
        cursors.pop();
      }
    }
  }
  return order;
}

function nextLot(row: Uint32Array, unmet: Uint32Array, cursors: number[]): number | null {
  for (let i = cursors.at(-1) as number; i < row.length; i++) {
    const word = (row[i] as number) & (unmet[i] as number);
    if (word === 0) continue;
    const lowest = word & -word;
    unmet[i] = (unmet[i] as number) & ~lowest;
    cursors[cursors.length - 1] = i;
    return ~((i << 5) + 31 - Math.clz32(lowest));
  }
  return null;
}

function nextHolder(holders: readonly number[], isMet: Uint8Array, cursors: number[]): number | null {
  for (let i = cursors.at(-1) as number; i < holders.length; i++) {
    const group = holders[i] as number;
    if (isMet[group] === 1) continue;
    cursors[cursors.length - 1] = i + 1;
    return group;
  }
  return null;
}
