/** Why a pair is ineligible, in the order in which they are asked: a pair counts once, under the first that fails. */
const INELIGIBLE_RULES = [
  'excluded',
  'locked',
  'not-requested',
  'qualification',
  'prefecture',
  'temperature',
  'category',
  'allergen',
  'shelf-life',
  'minimum-lot',
  'capacity',
] as const;

/** Why an eligible pair takes no further case, in the order in which they are asked. */
const LEFTOVER_RULES = ['lot-maximum', 'max-groups', 'capacity', 'ceiling', 'minimum-lot', 'locked'] as const;

/** Every rule that a reason for an unplaced case may name; the order in which the reasons of a lot stand. */
export const RULES = [...INELIGIBLE_RULES, 'lot-maximum', 'max-groups', 'ceiling'] as const;

export type IneligibleRule = (typeof INELIGIBLE_RULES)[number];
export type LeftoverRule = (typeof LEFTOVER_RULES)[number];
export type Rule = (typeof RULES)[number];
