import type { ProblemGroup } from '../problem/problem.js';
import { decimal } from './decimal.js';
import type { Facts, Usage } from './facts.js';
import { type Violation, violation } from './violation.js';

/** No level is below that of the fair plan by more than the slack. `filled`, by group, is what the fair plan comes to. */
export function checkFloors(facts: Facts, filled: readonly bigint[]): Violation[] {
  const [whole = '0', decimals = ''] = (facts.problem.slack ?? '0').split('.');
  const [slack, unit] = [BigInt(whole + decimals), 10n ** BigInt(decimals.length)];
  return facts.groupIds.flatMap((group, j) => {
    const { received, need } = facts.groups.get(group) as ProblemGroup;
    const reached = BigInt(received ?? 0) + BigInt((facts.usage.get(group) as Usage).measure);
    const fair = filled[j] as bigint;
    if ((fair - reached) * unit <= slack * BigInt(need)) return [];
    const levels = { stated: decimal(reached, BigInt(need)), expected: decimal(fair, BigInt(need)) };
    return [violation('/awards', 'belowFloor', { group, ...levels })];
  });
}
