import type { PolicyName } from '../problem/problem.js';
import { leximin } from './leximin/leximin.js';
import { lotByLot } from './lot-by-lot.js';
import type { Policy } from './outcome.js';

/** The policies that are built. What is missing here is refused by name, never replaced. */
export const policies: Readonly<Partial<Record<PolicyName, Policy>>> = {
  leximin,
  'lot-by-lot': lotByLot,
};
