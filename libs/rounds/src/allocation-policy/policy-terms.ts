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
};

/** Of whatever has these fields beside others. */
export function termsOf(of: PolicyTerms): PolicyTerms {
  const { policy, measure, slack, effort, pooledMinCases, directMinCases, directMaxGroups } = of;
  return { policy, measure, slack, effort, pooledMinCases, directMinCases, directMaxGroups };
}
