import type { PolicyName } from '../problem/problem.js';

export interface SimulationSettings {
  readonly seed: string;
  readonly rounds: number;
  readonly groups: number;
  readonly policies: readonly PolicyName[];
}

export interface Simulation {
  readonly settings: SimulationSettings;
  readonly runs: readonly PolicyRun[];
}

/** One policy from the first round to the last. */
export interface PolicyRun {
  readonly policy: PolicyName;
  readonly rounds: readonly RoundFigures[];
  readonly whole: RunFigures;
}

/** Of one round, as its solution states them: levels count the rounds of the window. */
export interface RoundFigures {
  readonly round: number;
  readonly placed: number;
  readonly minLevel: string;
  readonly gini: string;
}

/** Of a whole run. Decimals have six places, half up. */
export interface RunFigures {
  readonly cases: number;
  readonly placed: number;
  /** Means over the rounds in which the window is full, or over all when it never is. */
  readonly meanMinLevel: string;
  readonly meanGini: string;
  readonly meanAssortment: string;
  /** Of everything received from the first round to the last, per household. */
  readonly minPerHousehold: string;
  readonly maxPerHousehold: string;
  readonly giniPerHousehold: string;
  readonly maxOverMean: string;
  readonly deliveries: number;
  /** How much its receiver likes the mean case placed, from 1 to 9. */
  readonly meanPreference: string;
}
