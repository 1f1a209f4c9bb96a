import { reduced } from '../../numbers/reduced.js';
import type { Plan } from '../../plan/plan.js';
import type { TerrainGroup } from '../../rules/terrain.js';
import type { Certificate } from '../../solution/solution.js';

/** What a plan is held against that cannot claim to be exact. */
export interface Bound {
  /** No plan places more cases, locked ones included. */
  readonly placed: number;
  /** By group index, in the measure: carry-over and all that it would have. */
  readonly filled: readonly number[];
}

/** How far the plan is from its bound. */
export function relaxedCertificate(plan: Plan, { placed, filled }: Bound): Certificate {
  let [missing, whole] = [0n, 0n];
  for (const group of plan.terrain.groups) {
    const relaxed = filled[group.index] as number;
    missing += BigInt(Math.max(0, relaxed - filledIn(plan, group)));
    whole += BigInt(relaxed);
  }
  return { exact: false, placedBound: placed, shortfall: whole === 0n ? '0/1' : reduced(missing, whole) };
}

function filledIn(plan: Plan, group: TerrainGroup): number {
  return (group.source.received ?? 0) + plan.awarded(group);
}
