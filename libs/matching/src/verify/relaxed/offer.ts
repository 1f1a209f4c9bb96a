import type { ProblemGroup, ProblemLot } from '../../problem/problem.js';
import { BitRows } from '../bit-rows.js';
import { at, CLASSES, type Facts } from '../facts.js';
import { shelfOf } from '../residual.js';
import { minimumOf, mostOf } from '../why-ineligible.js';

/** What the locks leave to be given, and where it may go: lots and groups by their place in the order of ids. */
export interface Offer {
  readonly lots: readonly ProblemLot[];
  readonly groups: readonly ProblemGroup[];
  readonly classOf: Uint8Array;
  /** Cases that are not locked. */
  readonly cases: Float64Array;
  /** By shelf; ∞ where nothing is given. */
  readonly casesRoom: Float64Array;
  readonly millilitresRoom: Float64Array;
  /** By group. */
  readonly ceiling: Float64Array;
  /** In the measure: carry-over and locks. */
  readonly base: readonly bigint[];
  /** By lot, of those that no lock has taken. */
  readonly destinations: Float64Array;
  /** Group × lot: the pair is eligible, not locked, and has room for the lot's minimum. */
  readonly usable: BitRows;
  /** Cases that locks place. */
  readonly locked: number;
  /** The most cases of a usable pair, each limit looked at by itself. */
  readonly most: (lot: number, group: number) => number;
}

const NO_LIMIT = Number.POSITIVE_INFINITY;

export function offerOf(facts: Facts, eligible: BitRows, sizeOf: (lot: ProblemLot) => number): Offer {
  const lots = facts.lotIds.map((id) => facts.lots.get(id) as ProblemLot);
  const groups = facts.groupIds.map((id) => facts.groups.get(id) as ProblemGroup);
  const cases = Float64Array.from(lots, (lot) => lot.cases);
  const destinations = Float64Array.from(lots, (lot) => lot.maxGroups ?? NO_LIMIT);
  const ceiling = Float64Array.from(groups, (group) => group.maxCases ?? NO_LIMIT);
  const casesRoom = Float64Array.from(groups.flatMap((group) => CLASSES.map((name) => group.capacityCases?.[name] ?? NO_LIMIT)));
  const millilitresRoom = Float64Array.from(
    groups.flatMap((group) => CLASSES.map((name) => group.capacityMillilitres?.[name] ?? NO_LIMIT)),
  );
  const base = groups.map((group) => BigInt(group.received ?? 0));
  const classOf = Uint8Array.from(lots, (lot) => CLASSES.indexOf(lot.temperature));
  const placeOf = new Map(facts.groupIds.map((id, j) => [id, j]));
  let locked = 0;
  const take = (sums: Float64Array, place: number, amount: number) => {
    sums[place] = (sums[place] as number) - amount;
  };
  for (const [i, lot] of lots.entries()) {
    for (const [id, count] of facts.locked.get(lot.id) ?? []) {
      const group = placeOf.get(id) as number;
      const shelf = shelfOf(group, classOf[i] as number);
      locked += count;
      take(cases, i, count);
      take(destinations, i, count > 0 ? 1 : 0);
      take(ceiling, group, count);
      take(casesRoom, shelf, count);
      take(millilitresRoom, shelf, count * (lot.caseMillilitres ?? 0));
      base[group] = (base[group] as bigint) + BigInt(count) * BigInt(sizeOf(lot));
    }
  }
  const most = (i: number, j: number) => {
    const [lot, shelf] = [lots[i] as ProblemLot, shelfOf(j, classOf[i] as number)];
    const pair = Math.min(mostOf(facts, lot, groups[j] as ProblemGroup), cases[i] as number);
    const room = Math.min(pair, casesRoom[shelf] as number, ceiling[j] as number);
    const free = millilitresRoom[shelf] as number;
    return free === NO_LIMIT ? room : Math.min(room, Number(BigInt(free) / BigInt(lot.caseMillilitres ?? 1)));
  };
  const usable = new BitRows(groups.length, lots.length);
  for (const [j, group] of groups.entries()) {
    for (const [i, lot] of lots.entries()) {
      if (!eligible.has(j, i) || at(facts.locked, lot.id, group.id) !== undefined) continue;
      if (minimumOf(lot, group) <= most(i, j)) usable.set(j, i);
    }
  }
  return { lots, groups, classOf, cases, casesRoom, millilitresRoom, ceiling, base, destinations, usable, locked, most };
}
