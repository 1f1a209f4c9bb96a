/** Whom goods are for, where they are not for every household: 乳児, 幼児, 児童生徒, 女性, 高齢者. */
export const TARGETS = ['infants', 'toddlers', 'school-children', 'women', 'elderly'] as const;
export type Target = (typeof TARGETS)[number];

/** So many units of the lot are what one such person can use. */
export interface LotTarget {
  readonly lot: string;
  readonly target: Target;
  readonly unitsPerPerson: number;
}

/** How many such people a group has said that it reaches. */
export interface DeclaredNumber {
  readonly group: string;
  readonly target: Target;
  readonly persons: number;
}
