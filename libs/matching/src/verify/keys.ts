import { canonicalJson, sha256 } from '@wakachi/kernel';
import type { ProblemGroup } from '../problem/problem.js';
import type { Facts, Usage } from './facts.js';
import { sizeInMeasure } from './facts.js';

/** The key of one unit of a group: in the measure over need, then by larger need, then by the seeded hash. */
interface Key {
  readonly filled: bigint;
  readonly need: bigint;
  readonly hash: string;
}

/** Groups by their index. A rank is a place in the order of all keys of its kind, so that ranks compare as keys do. */
export interface Keys {
  /** Group indices, smallest next key first; groups at their ceiling are absent, for their next key is ∞. */
  readonly byNextKey: readonly number[];
  /** −1 where no unit beyond the locks is granted. */
  readonly lastRank: Int32Array;
  /** Whether the last granted key of the one is above the next key of the other. */
  isAbove(lastOf: number, nextOf: number): boolean;
  /** What the last granted key comes to as a level, over the need. */
  lastFilled(group: number): bigint;
}

/** `loose` = each group's cases that no lock holds. */
export function keysOf(facts: Facts, loose: ArrayLike<number>): Keys {
  const { problem } = facts;
  const groups = facts.groupIds.map((id) => facts.groups.get(id) as ProblemGroup);
  const [lot] = problem.lots;
  const unit = BigInt(lot === undefined ? 1 : sizeInMeasure(problem, lot));
  const next = groups.map((group): Key => {
    const filled = BigInt(group.received ?? 0) + BigInt((facts.usage.get(group.id) as Usage).measure);
    return { filled, need: BigInt(group.need), hash: sha256(canonicalJson([problem.seed, group.id])) };
  });
  const last = next.map((key): Key => ({ ...key, filled: key.filled - unit }));
  const lastRank = new Int32Array(groups.length).fill(-1);
  const indices = [...groups.keys()];
  const granted = indices.filter((group) => (loose[group] as number) > 0);
  for (const [rank, group] of sortBy(granted, last).entries()) lastRank[group] = rank;
  return {
    byNextKey: sortBy(
      indices.filter((group) => isBelowCeiling(facts, groups[group] as ProblemGroup)),
      next,
    ),
    lastRank,
    isAbove: (lastOf, nextOf) => compare(last[lastOf] as Key, next[nextOf] as Key) > 0,
    lastFilled: (group) => (last[group] as Key).filled,
  };
}

function isBelowCeiling(facts: Facts, group: ProblemGroup): boolean {
  return group.maxCases === undefined || (facts.usage.get(group.id) as Usage).cases < group.maxCases;
}

function sortBy(indices: readonly number[], keys: readonly Key[]): number[] {
  return indices.toSorted((a, b) => compare(keys[a] as Key, keys[b] as Key));
}

/** Cross-multiplied in whole numbers of any size: no two keys of different groups are ever taken for equal by rounding. */
function compare(a: Key, b: Key): number {
  const difference = a.filled * b.need - b.filled * a.need;
  if (difference !== 0n) return difference < 0n ? -1 : 1;
  if (a.need !== b.need) return a.need > b.need ? -1 : 1;
  return a.hash < b.hash ? -1 : a.hash > b.hash ? 1 : 0;
}
