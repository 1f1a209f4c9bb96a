import type { Bilingual } from '@wakachi/kernel';
import type { PolicyName, ProblemAward } from '../problem/problem.js';
import type { Rule } from '../rules/rule.js';

/** In this order they stand for one group. */
export const REASON_KINDS = [
  'nothing-eligible',
  'capacity',
  'ceiling',
  'request-met',
  'lot-maximum',
  'minimum-lot',
  'max-groups',
  'locked',
  'tight-set',
] as const;

export type ReasonKind = (typeof REASON_KINDS)[number];

/** `wakachi.solution/1` as docs/contracts/allocation.md gives it. */
export interface Solution {
  readonly format: 'wakachi.solution/1';
  readonly problem: string;
  readonly engine: string;
  readonly policy: PolicyName;
  readonly seed: string;
  readonly awards: readonly ProblemAward[];
  readonly unplaced: readonly Unplaced[];
  readonly levels: readonly Level[];
  readonly reasons: readonly Reason[];
  readonly diff: readonly Change[];
  readonly certificate: Certificate;
  readonly metrics: Metrics;
}

export interface Unplaced {
  readonly lot: string;
  readonly cases: number;
  readonly reasons: readonly UnplacedReason[];
}

export interface UnplacedReason {
  readonly rule: Rule;
  /** How many groups it turned away. */
  readonly groups: number;
}

export interface Level {
  readonly group: string;
  /** In the measure, locks included, carry-over not. */
  readonly awarded: number;
  /** (received + awarded) / need, in lowest terms. */
  readonly level: string;
}

/** What stopped a group from getting one more case. */
export interface Reason {
  readonly group: string;
  readonly kind: ReasonKind;
  /** How many lots are concerned: for a tight set its own, else the group's eligible lots that this stopped. */
  readonly lots: number;
  /** For a tight set all its cases, else the cases of those lots that the group holds. */
  readonly cases: number;
  /** Of a tight set only: the groups that hold it. */
  readonly groups?: number;
  readonly text: Bilingual;
}

/** A pair whose cases differ from the previous plan. */
export interface Change {
  readonly lot: string;
  readonly group: string;
  readonly before: number;
  readonly after: number;
}

/** Only leximin claims bounds; of any other policy it is exactly `{ "exact": false }`. */
export interface Certificate {
  readonly exact: boolean;
  readonly placedBound?: number;
  readonly shortfall?: string;
  readonly potentials?: Readonly<Record<string, string | null>>;
}

export interface Metrics {
  readonly cases: number;
  readonly placed: number;
  readonly minLevel: string;
  readonly maxLevel: string;
  readonly gini: string;
  readonly deliveries: number;
  readonly assortment: { readonly mean: string; readonly worst: string };
  readonly unreachable: number;
}
