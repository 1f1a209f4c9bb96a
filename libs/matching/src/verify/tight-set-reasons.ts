import type { ProblemGroup } from '../problem/problem.js';
import type { Reason } from '../solution/solution.js';
import { tightSetText } from '../text/tight-set-text.js';
import { decimal } from './decimal.js';
import type { Facts, Usage } from './facts.js';
import type { Keys } from './keys.js';
import type { Residual } from './residual.js';
import { type TightSetFigures, TightSetTally } from './tight-set-tally.js';
import { type TightSet, tightSetsOf } from './tight-sets.js';

/** By group id: what keeps a group that has room from one more case. */
export function tightSetReasons(facts: Facts, residual: Residual, keys: Keys): ReadonlyMap<string, Reason> {
  const sets = tightSetsOf(residual);
  const tally = new TightSetTally(facts, residual, keys);
  const figures = new Map<TightSet, TightSetFigures>();
  const reasons = new Map<string, Reason>();
  for (const group of keys.byNextKey) {
    const set = sets[group] as TightSet;
    if (set.lots === 0) continue;
    const known = figures.get(set) ?? tally.of(set);
    figures.set(set, known);
    const id = facts.groupIds[group] as string;
    reasons.set(id, reasonOf(facts, keys, group, set.lots, known));
  }
  return reasons;
}

function reasonOf(facts: Facts, keys: Keys, index: number, lots: number, { cases, groups, best, second }: TightSetFigures): Reason {
  const id = facts.groupIds[index] as string;
  const source = facts.groups.get(id) as ProblemGroup;
  const filled = BigInt(source.received ?? 0) + BigInt((facts.usage.get(id) as Usage).measure);
  const other = best === index ? second : best;
  const drop = other === -1 ? {} : { drop: decimal(keys.lastFilled(other), BigInt(needOf(facts, other))) };
  const text = tightSetText({ lots, cases, groups, ...drop, level: decimal(filled, BigInt(source.need)) });
  return { group: id, kind: 'tight-set', lots, cases, groups, text };
}

function needOf(facts: Facts, group: number): number {
  return (facts.groups.get(facts.groupIds[group] as string) as ProblemGroup).need;
}
