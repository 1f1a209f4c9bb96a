import { CLASSES } from './facts.js';
import { eachSource, type Residual, shelfOf } from './residual.js';

/** The group with the smallest next key that each node can reach; −1 = none, which is ∞. */
export interface Potentials {
  readonly ofLot: Int32Array;
  readonly ofShelf: Int32Array;
  readonly ofGroup: Int32Array;
}

/**
 * Walks back along the residual arcs from each group in turn, smallest next key first: what it meets for the first time
 * reaches no group with a smaller one. Each node is met once, and a shelf looks only at lots not met before.
 */
export function potentialsOf(residual: Residual, byNextKey: readonly number[]): Potentials {
  const ofLot = new Int32Array(residual.lotCount).fill(-1);
  const ofShelf = new Int32Array(residual.groupCount * CLASSES.length).fill(-1);
  const ofGroup = new Int32Array(residual.groupCount).fill(-1);
  const unmet = new Uint32Array(residual.open.wordsPerRow).fill(0xffffffff);
  for (const end of byNextKey) {
    const groups: number[] = [];
    const shelves: number[] = [];
    const meetGroup = (group: number) => {
      if (ofGroup[group] !== -1) return;
      ofGroup[group] = end;
      groups.push(group);
    };
    const meetShelf = (shelf: number) => {
      if (ofShelf[shelf] !== -1) return;
      ofShelf[shelf] = end;
      shelves.push(shelf);
    };
    const meetLot = (lot: number) => {
      ofLot[lot] = end;
      unmet[lot >>> 5] = (unmet[lot >>> 5] as number) & ~(1 << (lot & 31));
      for (const group of residual.holders[lot] as readonly number[]) meetShelf(shelfOf(group, residual.classOf[lot] as number));
    };
    meetGroup(end);
    for (;;) {
      const shelf = shelves.pop();
      const group = shelf === undefined ? groups.pop() : undefined;
      if (shelf !== undefined) {
        eachSource(residual, shelf, unmet, meetLot);
        if (residual.canGive[shelf] === 1) meetGroup(Math.floor(shelf / CLASSES.length));
      } else if (group !== undefined) {
        for (const temperature of CLASSES.keys()) {
          const own = shelfOf(group, temperature);
          if (residual.hasRoom[own] === 1) meetShelf(own);
        }
      } else break;
    }
  }
  return { ofLot, ofShelf, ofGroup };
}
