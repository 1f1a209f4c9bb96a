import { TEMPERATURE_CLASSES } from '@wakachi/kernel';
import type { CoreLots, CoreProblem, CoreSinks, Reach } from '../../core/core-problem.js';
import type { Plan } from '../../plan/plan.js';
import { byCodeUnits } from '../../problem/by-code-units.js';
import { EligibilityRows, type GroupSet } from '../../rules/eligibility-rows.js';
import type { TerrainGroup, TerrainLot } from '../../rules/terrain.js';

/** A list of sinks costs 32 times a bit each, and spares the empty words of a row. */
const SINKS_PER_WORD_OF_A_LIST = 1;

/** What the locks leave of a problem, in the core's numbers. */
export interface NumberedProblem {
  readonly core: CoreProblem;
  /** The groups by sink number: in the order in which ties of the key break. */
  readonly groups: readonly TerrainGroup[];
}

/** @param plan the locks and nothing else; @param places the sink number of each group, by its index */
export function coreProblemOf(plan: Plan, places: readonly number[]): NumberedProblem {
  const { terrain } = plan;
  const groups = new Array<TerrainGroup>(terrain.groups.length);
  for (const group of terrain.groups) groups[places[group.index] as number] = group;
  const pairs = pairsOf(plan, places);
  return {
    core: {
      lots: lotsOf(plan, groups, places, pairs),
      sinks: sinksOf(plan, groups),
      classes: TEMPERATURE_CLASSES.length,
      step: terrain.lots[0]?.measure ?? 1,
      pairCaps: pairs.caps,
    },
    groups,
  };
}

/** What is said about single pairs, by the lot's index. */
interface Pairs {
  /** Places of groups that may not have more of the lot than a lock gives them. */
  readonly closed: ReadonlyMap<number, readonly number[]>;
  /** Places of groups that ask for the lot; null when the round takes no requests. */
  readonly asked: ReadonlyMap<number, readonly number[]> | null;
  readonly caps: ReadonlyMap<number, number>;
}

function pairsOf({ terrain }: Plan, places: readonly number[]): Pairs {
  const { length } = terrain.groups;
  const closed = new Map<number, number[]>();
  const put = (map: Map<number, number[]>, lot: number, place: number) => {
    const list = map.get(lot);
    if (list === undefined) map.set(lot, [place]);
    else list.push(place);
  };
  for (const key of terrain.locks.keys()) put(closed, Math.floor(key / length), places[key % length] as number);
  const indexOf = new Map(terrain.groups.map((group) => [group.source.id, group.index]));
  for (const lot of terrain.lots) {
    for (const id of lot.excluded) put(closed, lot.index, places[indexOf.get(id) as number] as number);
  }
  if (terrain.requests === null) return { closed, asked: null, caps: new Map() };
  const asked = new Map<number, number[]>();
  const caps = new Map<number, number>();
  for (const [key, most] of terrain.requests) {
    const lot = Math.floor(key / length);
    const place = places[key % length] as number;
    if (most === 0) continue;
    put(asked, lot, place);
    caps.set(lot * length + place, most);
  }
  return { closed, asked, caps };
}

function lotsOf(plan: Plan, groups: readonly TerrainGroup[], places: readonly number[], pairs: Pairs): CoreLots {
  const { lots } = plan.terrain;
  const rows = new EligibilityRows(groups);
  const degrees = new Map<GroupSet, number>();
  const dates = [...new Set(lots.map(dateOf))].sort(byCodeUnits);
  const rankOf = new Map(dates.map((date, rank) => [date, rank]));
  const reach = lots.map((lot) => reachOf(lot, rows, pairs, degrees, places.length));
  return {
    count: lots.length,
    supply: Float64Array.from(lots, (lot) => plan.left(lot)),
    classOf: Uint8Array.from(lots, (lot) => TEMPERATURE_CLASSES.indexOf(lot.source.temperature)),
    pairCap: Float64Array.from(lots, (lot) => lot.source.maxCasesPerGroup ?? Number.POSITIVE_INFINITY),
    reach: reach.map(({ sinks }) => sinks),
    degree: Int32Array.from(reach, ({ degree }) => degree),
    dateRank: Int32Array.from(lots, (lot) => rankOf.get(dateOf(lot)) as number),
  };
}

/** Undated goods stand after every date. */
function dateOf({ source }: TerrainLot): string {
  return source.effectiveUntil ?? '~';
}

function reachOf(lot: TerrainLot, rows: EligibilityRows, { closed, asked }: Pairs, degrees: Map<GroupSet, number>, groups: number) {
  if (lot.source.maxCasesPerGroup === 0) return { sinks: new Int32Array(0), degree: 0 };
  const shared = rows.rowOf(lot);
  const shut = new Set(closed.get(lot.index));
  if (asked !== null) {
    const list = (asked.get(lot.index) ?? []).filter((place) => has(shared, place) && !shut.has(place)).sort((a, b) => a - b);
    return { sinks: Int32Array.from(list), degree: list.length };
  }
  const row = shut.size === 0 ? shared : shared.slice();
  for (const place of shut) row[place >> 5] = (row[place >> 5] as number) & ~(1 << (place & 31));
  const degree = degrees.get(row) ?? bitsIn(row);
  degrees.set(row, degree);
  const sinks: Reach = degree <= Math.ceil(groups / 32) * SINKS_PER_WORD_OF_A_LIST ? listOf(row) : row;
  return { sinks, degree };
}

function has(row: GroupSet, place: number): boolean {
  return (((row[place >> 5] as number) >>> (place & 31)) & 1) === 1;
}

function listOf(row: GroupSet): Int32Array {
  const list: number[] = [];
  for (let w = 0; w < row.length; w++) {
    for (let rest = row[w] as number; rest !== 0; rest &= rest - 1) list.push(w * 32 + 31 - Math.clz32(rest & -rest));
  }
  return Int32Array.from(list);
}

function bitsIn(row: GroupSet): number {
  let count = 0;
  for (const word of row) for (let rest = word; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

function sinksOf(plan: Plan, groups: readonly TerrainGroup[]): CoreSinks {
  return {
    count: groups.length,
    weight: Float64Array.from(groups, (group) => group.source.need),
    base: Float64Array.from(groups, (group) => (group.source.received ?? 0) + plan.awarded(group)),
    ceiling: Float64Array.from(groups, (group) => plan.ceilingLeft(group)),
    room: Float64Array.from(TEMPERATURE_CLASSES.flatMap((name) => groups.map((group) => plan.casesRoomIn(name, group)))),
  };
}
