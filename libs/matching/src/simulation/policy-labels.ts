import type { PolicyName } from '../problem/problem.js';

/** As people know them; the contract's name stands beside. */
export const POLICY_LABELS: Readonly<Record<PolicyName, string>> = {
  leximin: '既定',
  'pro-rata': '按分',
  queue: '順番',
  'lot-by-lot': '手作業',
  choice: '入札',
};
