import type { TerrainGroup, TerrainLot } from './terrain.js';

/** The fewest cases with which a group may start on a lot. At least one; the larger of the lot's two minima holds. */
export function leastGrant(lot: TerrainLot, group: TerrainGroup): number {
  const household = lot.source.onePerHousehold ? ceilingOfQuotient(group.source.need, lot.source.unitsPerCase) : 0;
  return Math.max(1, lot.source.minCasesPerGroup ?? 0, household);
}

/** Not `Math.ceil(a / b)`: that quotient may be rounded when `a` is large. */
function ceilingOfQuotient(a: number, b: number): number {
  const rest = a % b;
  return (a - rest) / b + (rest > 0 ? 1 : 0);
}
