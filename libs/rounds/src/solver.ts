import type { Plan } from './engine/plan.js';
import type { RunPhase } from './engine/run-phase.js';

/** Whoever waits for the engine. */
export interface Watcher {
  /** Says when nobody wants the answer any more. */
  readonly signal: AbortSignal;
  readonly entered: (phase: RunPhase) => void;
}

/** The seam to the engine, so that a test can be slow or fail on purpose. Throws what the engine throws, and the signal's reason. */
export abstract class Solver {
  abstract solve(frozenInput: string, watcher: Watcher): Promise<Plan>;
}
