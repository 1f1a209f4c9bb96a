import { BitRows, eachBit } from '../bit-rows.js';
import { CLASSES } from '../facts.js';
import { shelfOf } from '../residual.js';
import type { Transport } from './transport.js';

/**
 * The pairs without those that no largest flow uses. What lots with something left can reach over the residual network of a
 * largest flow is the same for all of them; of the lots beyond, nothing goes to a shelf that is reached.
 */
export function withoutUnused(net: Transport, usable: BitRows): BitRows {
  const reached = reachedFrom(net);
  const kept = new BitRows(net.groupCount, net.lotCount);
  for (let group = 0; group < net.groupCount; group++) {
    const row = usable.row(group);
    for (let w = 0; w < row.length; w++) {
      eachBit(row[w] as number, w * 32, (lot) => {
        const shelf = shelfOf(group, net.limits.kindOf[lot] as number);
        if (reached.lots[lot] === 1 || reached.shelves[shelf] === 0) kept.set(group, lot);
      });
    }
  }
  return kept;
}

function reachedFrom(net: Transport): { lots: Uint8Array; shelves: Uint8Array } {
  const lots = new Uint8Array(net.lotCount);
  const shelves = new Uint8Array(net.groupCount * CLASSES.length);
  const groups = new Uint8Array(net.groupCount);
  const waiting: number[] = [];
  const meetLot = (lot: number) => {
    if (lots[lot] === 1) return;
    lots[lot] = 1;
    waiting.push(lot);
  };
  const meetShelf = (shelf: number) => {
    if (shelves[shelf] === 1) return;
    shelves[shelf] = 1;
    for (const lot of net.held[shelf]?.keys() ?? []) meetLot(lot);
    const group = net.groupOf(shelf);
    if (net.roomOf(shelf) === 0 || groups[group] === 1) return;
    groups[group] = 1;
    for (const other of net.shelvesOf(group)) if ((net.through[other] as number) > 0) meetShelf(other);
  };
  for (const [lot, left] of net.left.entries()) if (left > 0) meetLot(lot);
  for (let lot = waiting.pop(); lot !== undefined; lot = waiting.pop()) {
    for (let group = 0; group < net.groupCount; group++) {
      if (net.open.has(group, lot)) meetShelf(shelfOf(group, net.limits.kindOf[lot] as number));
    }
  }
  return { lots, shelves };
}
