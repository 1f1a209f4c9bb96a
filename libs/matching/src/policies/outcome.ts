import type { Plan } from '../plan/plan.js';
import type { Terrain } from '../rules/terrain.js';
import type { Certificate, Reason } from '../solution/solution.js';

/** What a policy answers: the plan, what it can prove of it, and the reasons that only it can know (`tight-set`). */
export interface Outcome {
  readonly plan: Plan;
  readonly certificate: Certificate;
  readonly ownReasons?: readonly Reason[];
}

/** A policy is a pure function, so that plans can be laid side by side and one be added without touching the others. */
export type Policy = (terrain: Terrain) => Outcome;
