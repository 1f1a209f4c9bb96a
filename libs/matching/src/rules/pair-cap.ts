import { pairKey, type Terrain, type TerrainGroup, type TerrainLot } from './terrain.js';

/** The most cases of this lot that this group may ever have: the caps of a pair combine by minimum. */
export function pairCap(terrain: Terrain, lot: TerrainLot, group: TerrainGroup): number {
  const request = terrain.requests === null ? undefined : (terrain.requests.get(pairKey(terrain, lot, group)) ?? 0);
  return Math.min(lot.source.cases, lot.source.maxCasesPerGroup ?? Number.MAX_SAFE_INTEGER, request ?? Number.MAX_SAFE_INTEGER);
}
