/**
 * The exact core, told in numbers only: lots send whole cases over pairs into ports (a sink's storage of one class), ports into
 * sinks. What is locked is taken off beforehand. Quantities are whole and below 2^53; `Infinity` stands for no limit. Of two
 * equal keys the sink with the smaller number comes first, so sinks are numbered in the order in which ties break.
 */
export interface CoreProblem {
  readonly lots: CoreLots;
  readonly sinks: CoreSinks;
  /** How many storage classes there are. */
  readonly classes: number;
  /** What one case adds to the numerator of a level: the same for every lot. */
  readonly step: number;
  /** The most cases of one pair where that is below the lot's `pairCap`; by `lot * sinks.count + sink`. */
  readonly pairCaps: ReadonlyMap<number, number>;
}

export interface CoreLots {
  readonly count: number;
  /** Cases to place. */
  readonly supply: Float64Array;
  readonly classOf: Uint8Array;
  /** The most cases that one sink may have of the lot. */
  readonly pairCap: Float64Array;
  readonly reach: readonly Reach[];
  /** How many sinks `reach` holds. */
  readonly degree: Int32Array;
  /** Place of the lot's date among the distinct dates: the smaller is placed first. */
  readonly dateRank: Int32Array;
}

/** The sinks that may have a lot: as bits (sink 32w + i is bit i of word w) or, where they are few, as an ascending list. */
export type Reach = Uint32Array | Int32Array;

export interface CoreSinks {
  readonly count: number;
  readonly weight: Float64Array;
  /** The numerator of the level before the first case: carry-over and what is locked. */
  readonly base: Float64Array;
  /** Cases, over all classes. */
  readonly ceiling: Float64Array;
  /** Cases, by class and then sink: `room[class * count + sink]`. */
  readonly room: Float64Array;
}

/** (base + cases × step) × weight must stay below 2^53 for any number of cases that a sink may come to: keys compare exactly. */
export function keyBefore(problem: CoreProblem, a: number, casesOfA: number, b: number, casesOfB: number): boolean {
  const { base, weight } = problem.sinks;
  const left = ((base[a] as number) + casesOfA * problem.step) * (weight[b] as number);
  const right = ((base[b] as number) + casesOfB * problem.step) * (weight[a] as number);
  return left < right || (left === right && a < b);
}
