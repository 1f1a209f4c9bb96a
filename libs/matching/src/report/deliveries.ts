import type { Plan } from '../plan/plan.js';
import type { TerrainLot } from '../rules/terrain.js';

/** Distinct (hub, group) of pooled lots and (donor, group) of direct ones; a direct lot without a donor travels by itself. */
export function deliveries(plan: Plan): number {
  const journeys = new Map<string, Set<number>>();
  for (const lot of plan.terrain.lots) {
    const origin = originOf(lot);
    const groups = journeys.get(origin) ?? new Set();
    journeys.set(origin, groups);
    for (const index of plan.holders(lot).keys()) groups.add(index);
  }
  return [...journeys.values()].reduce((sum, groups) => sum + groups.size, 0);
}

function originOf({ source }: TerrainLot): string {
  if (source.hub !== null && source.hub !== undefined) return `hub ${source.hub}`;
  return source.donor === undefined ? `lot ${source.id}` : `donor ${source.donor}`;
}
