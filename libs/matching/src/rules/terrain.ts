import { daysBetween } from '@wakachi/kernel';
import { byCodeUnits } from '../problem/by-code-units.js';
import { measureOfCase } from '../problem/measure-of-case.js';
import type { Problem, ProblemGroup, ProblemLot } from '../problem/problem.js';

/** A lot, prepared for being asked about by every group. `index` is its place by id, so the input's order is forgotten. */
export interface TerrainLot {
  readonly index: number;
  readonly source: ProblemLot;
  /** What one case adds to a fill level. */
  readonly measure: number;
  /** From the arrival date to the last good day, transit not counted; null when undated. */
  readonly daysLeft: number | null;
  readonly prefectures: ReadonlySet<string> | null;
  readonly excluded: ReadonlySet<string>;
}

export interface TerrainGroup {
  readonly index: number;
  readonly source: ProblemGroup;
  readonly qualifications: ReadonlySet<string>;
  readonly refusesCategories: ReadonlySet<string>;
  readonly refusesAllergens: ReadonlySet<string>;
  /** Transit days from each hub that has a lane to the group. */
  readonly transitDays: ReadonlyMap<string, number>;
}

/** A problem with its references resolved; lots and groups stand by id. */
export interface Terrain {
  readonly problem: Problem;
  readonly lots: readonly TerrainLot[];
  readonly groups: readonly TerrainGroup[];
  /** Cases, by `pairKey`. */
  readonly locks: ReadonlyMap<number, number>;
  /** Most cases, by `pairKey`; null when the round takes no requests. */
  readonly requests: ReadonlyMap<number, number> | null;
}

export function terrainOf(problem: Problem): Terrain {
  const lots = problem.lots.toSorted((a, b) => byCodeUnits(a.id, b.id)).map((lot, index) => prepareLot(problem, lot, index));
  const transit = transitByGroup(problem);
  const groups = problem.groups
    .toSorted((a, b) => byCodeUnits(a.id, b.id))
    .map((group, index) => prepareGroup(group, index, transit.get(group.id) ?? new Map()));
  const keyOf = pairKeys(lots, groups);
  return {
    problem,
    lots,
    groups,
    locks: new Map((problem.locks ?? []).map((lock) => [keyOf(lock), lock.cases])),
    requests: problem.requests ? new Map(problem.requests.map((request) => [keyOf(request), request.maxCases])) : null,
  };
}

/** One number per pair: at most 100,000 × 20,000, far below 2^53. */
export function pairKey(terrain: Pick<Terrain, 'groups'>, lot: TerrainLot, group: TerrainGroup): number {
  return lot.index * terrain.groups.length + group.index;
}

function prepareLot(problem: Problem, lot: ProblemLot, index: number): TerrainLot {
  return {
    index,
    source: lot,
    measure: measureOfCase(lot, problem.measure),
    daysLeft: lot.effectiveUntil === undefined ? null : daysBetween(problem.arrivalDate, lot.effectiveUntil),
    prefectures: lot.prefectures ? new Set(lot.prefectures) : null,
    excluded: new Set(lot.excludedGroups),
  };
}

function prepareGroup(group: ProblemGroup, index: number, transitDays: ReadonlyMap<string, number>): TerrainGroup {
  return {
    index,
    source: group,
    qualifications: new Set(group.qualifications),
    refusesCategories: new Set(group.refusesCategories),
    refusesAllergens: new Set(group.refusesAllergens),
    transitDays,
  };
}

function transitByGroup(problem: Problem): Map<string, Map<string, number>> {
  const byGroup = new Map<string, Map<string, number>>();
  for (const lane of problem.lanes ?? []) {
    const days = byGroup.get(lane.group) ?? new Map<string, number>();
    byGroup.set(lane.group, days.set(lane.hub, lane.transitDays));
  }
  return byGroup;
}

function pairKeys(lots: readonly TerrainLot[], groups: readonly TerrainGroup[]): (pair: { lot: string; group: string }) => number {
  const lotOf = new Map(lots.map((lot) => [lot.source.id, lot]));
  const groupOf = new Map(groups.map((group) => [group.source.id, group]));
  return (pair) => pairKey({ groups }, lotOf.get(pair.lot) as TerrainLot, groupOf.get(pair.group) as TerrainGroup);
}
