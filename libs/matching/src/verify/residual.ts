import type { ProblemGroup, ProblemLot } from '../problem/problem.js';
import { BitRows, eachBit } from './bit-rows.js';
import { at, CLASSES, type Facts, type Usage } from './facts.js';

const PER_GROUP = CLASSES.length;

/**
 * What could still move: lots and groups by their place in the order of ids, and a "shelf" for each group and class
 * (three times the group's index plus the class). The contract's residual arcs, without an object for any of them.
 */
export interface Residual {
  readonly lotCount: number;
  readonly groupCount: number;
  /** Class of each lot, 0 to 2. */
  readonly classOf: Uint8Array;
  /** The lots of each class, as a row of bits. */
  readonly lotsOf: readonly Uint32Array[];
  /** Group × lot: the pair could take a case more, were there room (lot → shelf). */
  readonly open: BitRows;
  /** Groups that could give a case of the lot back (shelf → lot), and the same from the group's side. */
  readonly holders: readonly (readonly number[])[];
  readonly holdings: readonly (readonly number[])[];
  /** All groups with a case of the lot, locked or not. */
  readonly owners: readonly (readonly number[])[];
  /** By shelf: shelf → group, and group → shelf. */
  readonly hasRoom: Uint8Array;
  readonly canGive: Uint8Array;
  /** By group: cases that no lock holds. */
  readonly loose: Float64Array;
}

export function shelfOf(group: number, temperature: number): number {
  return group * PER_GROUP + temperature;
}

/** `eligible` (group × lot) is used up: it becomes the open pairs. */
export function residualOf(facts: Facts, eligible: BitRows): Residual {
  const { lotIds, groupIds } = facts;
  const lots = lotIds.map((id) => facts.lots.get(id) as ProblemLot);
  const groupIndex = new Map(groupIds.map((id, i) => [id, i]));
  const classOf = Uint8Array.from(lots, (lot) => CLASSES.indexOf(lot.temperature));
  const marks = new BitRows(PER_GROUP, lots.length);
  for (const [i, temperature] of classOf.entries()) marks.set(temperature, i);
  const holders: number[][] = lots.map(() => []);
  const holdings: number[][] = groupIds.map(() => []);
  const owners: number[][] = lots.map(() => []);
  const canGive = new Uint8Array(groupIds.length * PER_GROUP);
  const loose = new Float64Array(groupIds.length);
  for (const [i, lot] of lots.entries()) {
    for (const id of facts.locked.get(lot.id)?.keys() ?? []) eligible.clear(groupIndex.get(id) as number, i);
    for (const [id, cases] of facts.held.get(lot.id) ?? []) {
      const group = groupIndex.get(id) as number;
      if (cases >= capOf(facts, lot, id)) eligible.clear(group, i);
      owners[i]?.push(group);
      if (at(facts.locked, lot.id, id) !== undefined) continue;
      holders[i]?.push(group);
      holdings[group]?.push(i);
      canGive[shelfOf(group, classOf[i] as number)] = 1;
      loose[group] = (loose[group] as number) + cases;
    }
  }
  return {
    lotCount: lots.length,
    groupCount: groupIds.length,
    classOf,
    lotsOf: CLASSES.map((_, temperature) => marks.row(temperature)),
    open: eligible,
    holders,
    holdings,
    owners,
    hasRoom: Uint8Array.from(groupIds.flatMap((id) => CLASSES.map((name) => (isRoomIn(facts, id, name) ? 1 : 0)))),
    canGive,
    loose,
  };
}

/** The lots from which a shelf could take a case, of those in `among`. */
export function eachSource(residual: Residual, shelf: number, among: Uint32Array, visit: (lot: number) => void): void {
  const row = residual.open.row((shelf / PER_GROUP) | 0);
  const lots = residual.lotsOf[shelf % PER_GROUP] as Uint32Array;
  for (let i = 0; i < row.length; i++) {
    const word = (row[i] as number) & (lots[i] as number) & (among[i] as number);
    if (word !== 0) eachBit(word, i << 5, visit);
  }
}

function capOf(facts: Facts, lot: ProblemLot, group: string): number {
  const asked = facts.requested ? (at(facts.requested, lot.id, group) ?? 0) : Number.POSITIVE_INFINITY;
  return Math.min(lot.maxCasesPerGroup ?? Number.POSITIVE_INFINITY, asked);
}

function isRoomIn(facts: Facts, id: string, name: (typeof CLASSES)[number]): boolean {
  const capacity = (facts.groups.get(id) as ProblemGroup).capacityCases?.[name];
  return capacity === undefined || ((facts.usage.get(id) as Usage).casesIn[name] ?? 0) < capacity;
}
