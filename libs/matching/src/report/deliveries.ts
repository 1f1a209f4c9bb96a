import type { Plan } from '../plan/plan.js';
import { originOf } from './origin.js';

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
