import type { ProblemGroup, ProblemLot } from '../problem/problem.js';
import type { Reason } from '../solution/solution.js';
import { tightSetText } from '../text/tight-set-text.js';
import { eachBit } from './bit-rows.js';
import { decimal } from './decimal.js';
import type { Facts, Usage } from './facts.js';
import type { Keys } from './keys.js';
import type { Residual } from './residual.js';
import { type TightSet, tightSetsOf } from './tight-sets.js';

interface Figures {
  readonly cases: number;
  readonly groups: number;
  /** The two groups with the largest last granted keys among those that could give a case up; −1 = none. */
  readonly best: number;
  readonly second: number;
}

/** By group id: what keeps a group that has room from one more case. */
export function tightSetReasons(facts: Facts, residual: Residual, keys: Keys): ReadonlyMap<string, Reason> {
  const sets = tightSetsOf(residual);
  const figures = new Map<TightSet, Figures>();
  const reasons = new Map<string, Reason>();
  for (const group of keys.byNextKey) {
    const set = sets[group] as TightSet;
    if (set.lots === 0) continue;
    const known = figures.get(set) ?? figuresOf(facts, residual, keys, set);
    figures.set(set, known);
    const id = facts.groupIds[group] as string;
    reasons.set(id, reasonOf(facts, keys, group, set.lots, known));
  }
  return reasons;
}

function reasonOf(facts: Facts, keys: Keys, index: number, lots: number, { cases, groups, best, second }: Figures): Reason {
  const id = facts.groupIds[index] as string;
  const source = facts.groups.get(id) as ProblemGroup;
  const filled = BigInt(source.received ?? 0) + BigInt((facts.usage.get(id) as Usage).measure);
  const other = best === index ? second : best;
  const drop = other === -1 ? {} : { drop: decimal(keys.lastFilled(other), BigInt(needOf(facts, other))) };
  const text = tightSetText({ lots, cases, groups, ...drop, level: decimal(filled, BigInt(source.need)) });
  return { group: id, kind: 'tight-set', lots, cases, groups, text };
}

function figuresOf(facts: Facts, residual: Residual, keys: Keys, set: TightSet): Figures {
  const owners = new Set<number>();
  let [cases, best, second] = [0, -1, -1];
  const rankOf = (group: number) => (group === -1 ? -1 : (keys.lastRank[group] as number));
  const compete = (group: number) => {
    if (group === best || group === second) return;
    if (rankOf(group) > rankOf(best)) [best, second] = [group, best];
    else if (rankOf(group) > rankOf(second)) second = group;
  };
  for (const [i, word] of set.row.entries()) {
    eachBit(word, i << 5, (lot) => {
      cases += (facts.lots.get(facts.lotIds[lot] as string) as ProblemLot).cases;
      for (const group of residual.owners[lot] as readonly number[]) owners.add(group);
      for (const group of residual.holders[lot] as readonly number[]) compete(group);
    });
  }
  return { cases, groups: owners.size, best, second };
}

function needOf(facts: Facts, group: number): number {
  return (facts.groups.get(facts.groupIds[group] as string) as ProblemGroup).need;
}
