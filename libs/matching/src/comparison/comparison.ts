import type { Bilingual } from '@wakachi/kernel';
import type { PolicyName } from '../problem/problem.js';
import type { Solution } from '../solution/solution.js';

/** What may be compared: a policy, which is asked for its plan, or a plan that is there already. */
export type Contender = PolicyName | { readonly name: string; readonly solution: Solution };

/** One contender's plan. Shares and quotients are decimals with six places, as in `metrics`. */
export interface ComparedPlan {
  readonly name: string;
  readonly solution: Solution;
  /** Cases placed / cases. */
  readonly placedShare: string;
  /** The highest level / the mean level of the groups with something eligible; 0 when all levels are 0. */
  readonly maxOverMean: string;
  /** One entry for every other plan, in the order of the contenders. */
  readonly standings: readonly Standing[];
}

/** How many groups have a higher, or a lower, fill level than under another plan. */
export interface Standing {
  readonly than: string;
  readonly better: number;
  readonly worse: number;
}

/** A contender without a plan, and why. */
export interface Refusal {
  readonly name: string;
  readonly refusal: Bilingual;
}

/** In the order of the contenders. */
export type Comparison = readonly (ComparedPlan | Refusal)[];

export function isRefusal<T extends object>(row: T | Refusal): row is Refusal {
  return 'refusal' in row;
}
