import { slackOf } from '../problem/slack.js';
import type { Terrain } from '../rules/terrain.js';

/**
 * By group, how much of the measure it may lose against the fair plan: ⌊slack · need⌋, which is the most by which the level
 * falls by no more than the slack. All 0 where nothing is given up.
 */
export function allowances({ problem, groups }: Terrain): Float64Array {
  const { numerator, denominator } = slackOf(problem);
  return Float64Array.from(groups, ({ source }) => Number((numerator * BigInt(source.need)) / denominator));
}
