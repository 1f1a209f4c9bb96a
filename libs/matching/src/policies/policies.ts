import type { PolicyName } from '../problem/problem.js';
import { leximin } from './leximin/leximin.js';
import { lotByLot } from './lot-by-lot.js';
import type { Policy } from './outcome.js';
import { proRata } from './pro-rata/pro-rata.js';
import { queue } from './queue.js';

/** The policies that are built. What is missing here is refused by name, never replaced. */
export const policies: Readonly<Partial<Record<PolicyName, Policy>>> = {
  leximin,
  'lot-by-lot': lotByLot,
  'pro-rata': proRata,
  queue,
};

export const BUILT_POLICIES = Object.keys(policies) as readonly PolicyName[];
