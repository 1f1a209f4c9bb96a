/** What a run is at, in this order: the engine's own phases, and then what the worker does with its answer. */
export const RUN_PHASES = ['read', 'rules', 'solving', 'report', 'verify', 'storing'] as const;

export type RunPhase = (typeof RUN_PHASES)[number];

/**
 * How far a run is when it enters a phase, in percent. Coarse: how long a phase takes depends on the problem, and nobody measures
 * inside one.
 */
export const PROGRESS_AT: Readonly<Record<RunPhase, number>> = { read: 5, rules: 10, solving: 25, report: 55, verify: 65, storing: 85 };

/** The last phase that a run of this progress has entered; null before the first. */
export function phaseAt(progress: number): RunPhase | null {
  return RUN_PHASES.findLast((phase) => PROGRESS_AT[phase] <= progress) ?? null;
}
