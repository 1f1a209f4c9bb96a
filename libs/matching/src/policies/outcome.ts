import type { Plan } from '../plan/plan.js';
import type { Terrain, TerrainGroup } from '../rules/terrain.js';
import type { Certificate, Reason } from '../solution/solution.js';

/** What a policy answers: the plan, what it can prove of it, and the reasons that only it can know (`tight-set`). */
export interface Outcome {
  readonly plan: Plan;
  readonly certificate: Certificate;
  readonly ownReasons?: readonly Reason[];
  /** What the policy says of a group that could take one more case of lots that are used up: how many, and their cases. */
  readonly usedUpReason?: (group: TerrainGroup, usedUp: { readonly lots: number; readonly cases: number }) => Reason;
}

/** A policy is a pure function, so that plans can be laid side by side and one be added without touching the others. */
export type Policy = (terrain: Terrain) => Outcome;
