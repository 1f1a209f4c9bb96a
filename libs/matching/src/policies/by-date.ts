import { byCodeUnits } from '../problem/by-code-units.js';
import type { TerrainLot } from '../rules/terrain.js';

/** Earliest last good day first, undated last; then by id, which is how the terrain numbers its lots. */
export function byDate(a: TerrainLot, b: TerrainLot): number {
  return byCodeUnits(a.source.effectiveUntil ?? '9999', b.source.effectiveUntil ?? '9999') || a.index - b.index;
}
