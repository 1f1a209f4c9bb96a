import { reduced } from '../numbers/reduced.js';
import type { Plan } from '../plan/plan.js';
import type { Level } from '../solution/solution.js';

export function levels(plan: Plan): Level[] {
  return plan.terrain.groups.map((group) => {
    const awarded = plan.awarded(group);
    return { group: group.source.id, awarded, level: reduced((group.source.received ?? 0) + awarded, group.source.need) };
  });
}
