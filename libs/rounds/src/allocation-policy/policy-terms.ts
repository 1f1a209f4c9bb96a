import type { Effort, Measure, PolicyName } from '@wakachi/matching';

export const MEASURES: readonly Measure[] = ['cases', 'units', 'grams', 'yen'];
export const EFFORTS: readonly Effort[] = ['quick', 'thorough'];

/** What a network's allocation policy says. Counts are of cases and groups; null: nothing is asked. */
export interface PolicyTerms {
  readonly policy: PolicyName;
  /** What a fill level counts. */
  readonly measure: Measure;
  /** How far a level may fall for assortment and deliveries; a decimal number in text, as the frozen problem has it. */
  readonly slack: string;
  readonly effort: Effort;
  /** Fewest cases of a lot from a hub for a group, where the donor names no number. */
  readonly pooledMinCases: number | null;
  /** The same for a lot that its donor ships directly. */
  readonly directMinCases: number | null;
  /** Most groups that a lot may go to which its donor ships directly. */
  readonly directMaxGroups: number | null;
  /** How many earlier rounds a fill level looks back on; 0: every round begins anew. */
  readonly carryOverRounds: number;
}

/** What holds in a network that has decided nothing yet. */
export const DEFAULT_TERMS: PolicyTerms = {
  policy: 'leximin',
  measure: 'units',
  slack: '0',
  effort: 'quick',
  pooledMinCases: null,
  directMinCases: null,
  directMaxGroups: null,
  // About a year: a network has some three rounds in it.
  carryOverRounds: 3,
};

/** Of whatever has these fields beside others. */
export function termsOf(of: PolicyTerms): PolicyTerms {
  const { policy, measure, slack, effort, pooledMinCases, directMinCases, directMaxGroups, carryOverRounds } = of;
  return { policy, measure, slack, effort, pooledMinCases, directMinCases, directMaxGroups, carryOverRounds };
}
