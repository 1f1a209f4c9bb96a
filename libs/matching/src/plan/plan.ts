import { assert, type TemperatureClass } from '@wakachi/kernel';
import { leastGrant } from '../rules/least-grant.js';
import { pairCap } from '../rules/pair-cap.js';
import { pairKey, type Terrain, type TerrainGroup, type TerrainLot } from '../rules/terrain.js';

type Room = Partial<Record<TemperatureClass, number>>;

/** Who has how much so far, and what room is left. Locks are placed before anything else and are never touched again. */
export class Plan {
  private readonly heldOf: readonly Map<number, number>[];
  private readonly leftOf: number[];
  private readonly awardedTo: number[];
  private readonly casesRoom: Room[];
  private readonly millilitresRoom: Room[];
  private readonly ceilingRoom: number[];

  constructor(readonly terrain: Terrain) {
    const { lots, groups } = terrain;
    this.heldOf = lots.map(() => new Map());
    this.leftOf = lots.map((lot) => lot.source.cases);
    this.awardedTo = groups.map(() => 0);
    this.casesRoom = groups.map((group) => ({ ...group.source.capacityCases }));
    this.millilitresRoom = groups.map((group) => ({ ...group.source.capacityMillilitres }));
    this.ceilingRoom = groups.map((group) => group.source.maxCases ?? Number.POSITIVE_INFINITY);
    for (const [key, cases] of terrain.locks) if (cases > 0) this.placeLock(key, cases);
  }

  held(lot: TerrainLot, group: TerrainGroup): number {
    return this.holders(lot).get(group.index) ?? 0;
  }

  /** Cases by group index; a group without any is absent. */
  holders(lot: TerrainLot): ReadonlyMap<number, number> {
    return this.heldOf[lot.index] as Map<number, number>;
  }

  left(lot: TerrainLot): number {
    return this.leftOf[lot.index] as number;
  }

  /** In the measure, locks included, carry-over not. */
  awarded(group: TerrainGroup): number {
    return this.awardedTo[group.index] as number;
  }

  isLocked(lot: TerrainLot, group: TerrainGroup): boolean {
    return this.terrain.locks.size > 0 && this.terrain.locks.has(pairKey(this.terrain, lot, group));
  }

  /** Whether the lot may not go to one more destination. */
  isFullOfGroups(lot: TerrainLot): boolean {
    return this.holders(lot).size >= (lot.source.maxGroups ?? Number.POSITIVE_INFINITY);
  }

  /** More cases of the lot that the group's storage takes. */
  storageRoom(lot: TerrainLot, group: TerrainGroup): number {
    const { temperature, caseMillilitres } = lot.source;
    const cases = this.casesRoom[group.index]?.[temperature] ?? Number.POSITIVE_INFINITY;
    const millilitres = this.millilitresRoom[group.index]?.[temperature];
    if (millilitres === undefined) return cases;
    const size = caseMillilitres as number;
    return Math.min(cases, (millilitres - (millilitres % size)) / size);
  }

  /** More cases of a temperature class that the group's capacity in cases allows. */
  casesRoomIn(temperature: TemperatureClass, group: TerrainGroup): number {
    return this.casesRoom[group.index]?.[temperature] ?? Number.POSITIVE_INFINITY;
  }

  /** Millilitres of a temperature class that the group's capacity still allows. */
  millilitresRoomIn(temperature: TemperatureClass, group: TerrainGroup): number {
    return this.millilitresRoom[group.index]?.[temperature] ?? Number.POSITIVE_INFINITY;
  }

  /** More cases that the group's ceiling allows. */
  ceilingLeft(group: TerrainGroup): number {
    return this.ceilingRoom[group.index] as number;
  }

  /** More cases of the lot that the group could take, were there enough of them. */
  room(lot: TerrainLot, group: TerrainGroup): number {
    const pair = pairCap(this.terrain, lot, group) - this.held(lot, group);
    return Math.min(pair, this.storageRoom(lot, group), this.ceilingLeft(group));
  }

  /** What an eligible group would get next of the lot: its minimum at first, then case by case; 0 when it can get no more. */
  nextGrant(lot: TerrainLot, group: TerrainGroup): number {
    if (this.isLocked(lot, group)) return 0;
    const isNew = this.held(lot, group) === 0;
    if (isNew && this.isFullOfGroups(lot)) return 0;
    const cases = isNew ? leastGrant(lot, group) : 1;
    return cases <= Math.min(this.left(lot), this.room(lot, group)) ? cases : 0;
  }

  grant(lot: TerrainLot, group: TerrainGroup, cases: number): void {
    assert(cases <= this.left(lot) && cases <= this.room(lot, group), 'a grant fits the lot and the group');
    const { temperature, caseMillilitres } = lot.source;
    const i = group.index;
    this.heldOf[lot.index]?.set(i, this.held(lot, group) + cases);
    this.leftOf[lot.index] = this.left(lot) - cases;
    this.awardedTo[i] = this.awarded(group) + cases * lot.measure;
    this.ceilingRoom[i] = this.ceilingLeft(group) - cases;
    take(this.casesRoom[i] as Room, temperature, cases);
    take(this.millilitresRoom[i] as Room, temperature, cases * (caseMillilitres ?? 0));
  }

  private placeLock(key: number, cases: number): void {
    const { lots, groups } = this.terrain;
    const lot = lots[Math.floor(key / groups.length)] as TerrainLot;
    this.grant(lot, groups[key % groups.length] as TerrainGroup, cases);
  }
}

/** Absent means unlimited, and stays so. */
function take(room: Room, temperature: TemperatureClass, amount: number): void {
  const left = room[temperature];
  if (left !== undefined) room[temperature] = left - amount;
}
