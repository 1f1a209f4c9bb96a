import { compareQuotients } from '../numbers/compare-quotients.js';
import type { Plan } from '../plan/plan.js';
import type { TerrainGroup } from '../rules/terrain.js';

/**
 * Whether a group's fill level, as the plan stands now, is below another's; equal levels by `places` (`seededOrder`).
 */
export function byLevel(plan: Plan, places: readonly number[]): (a: TerrainGroup, b: TerrainGroup) => boolean {
  const filled = (group: TerrainGroup) => (group.source.received ?? 0) + plan.awarded(group);
  return (a, b) => {
    const difference = compareQuotients(filled(a), a.source.need, filled(b), b.source.need);
    return difference < 0 || (difference === 0 && (places[a.index] as number) < (places[b.index] as number));
  };
}
