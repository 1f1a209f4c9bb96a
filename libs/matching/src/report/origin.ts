import type { TerrainLot } from '../rules/terrain.js';

/** What travels to a group in one delivery: the lots of a hub, those of a donor, or a direct lot without a donor by itself. */
export function originOf({ source }: TerrainLot): string {
  if (isPooled(source)) return `hub ${source.hub}`;
  return source.donor === undefined ? `lot ${source.id}` : `donor ${source.donor}`;
}

export function isPooled({ hub }: TerrainLot['source']): boolean {
  return hub !== null && hub !== undefined;
}
