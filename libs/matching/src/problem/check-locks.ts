import { Fault } from '../reading/fault.js';
import { failingRule } from '../rules/failing-rule.js';
import { leastGrant } from '../rules/least-grant.js';
import { pairKey, type Terrain, type TerrainGroup, type TerrainLot, terrainOf } from '../rules/terrain.js';
import { type LockLimit, lockLimitText } from '../text/lock-limit-text.js';
import type { Problem } from './problem.js';

/** A lock is a person's decision and is kept exactly, so one that breaks a rule is refused here and not bent later. */
export function checkLocks(problem: Problem): void {
  if (!problem.locks?.length) return;
  const terrain = terrainOf(problem);
  const lots = new Map(terrain.lots.map((lot) => [lot.source.id, lot]));
  const groups = new Map(terrain.groups.map((group) => [group.source.id, group]));
  const used = new Used();
  for (const [i, lock] of problem.locks.entries()) {
    if (lock.cases === 0) continue;
    const lot = lots.get(lock.lot) as TerrainLot;
    const group = groups.get(lock.group) as TerrainGroup;
    const broken = brokenByPair(terrain, lot, group, lock.cases) ?? brokenBySums(used, lot, group, lock.cases);
    if (broken !== null) throw new Fault(`/locks/${i}`, 'lockBreaksRule', { rule: broken, ...lockLimitText(broken) });
  }
}

function brokenByPair(terrain: Terrain, lot: TerrainLot, group: TerrainGroup, cases: number): LockLimit | null {
  const rule = failingRule(terrain, lot, group);
  if (rule !== null) return rule;
  if (cases < leastGrant(lot, group)) return 'minimum-lot';
  if (cases > (lot.source.maxCasesPerGroup ?? cases)) return 'lot-maximum';
  if (terrain.requests !== null && cases > (terrain.requests.get(pairKey(terrain, lot, group)) ?? 0)) return 'request-met';
  return null;
}

/** Sums over the locks so far. */
class Used {
  private readonly sums = new Map<string, number>();

  add(key: string, amount: number): number {
    const sum = (this.sums.get(key) ?? 0) + amount;
    this.sums.set(key, sum);
    return sum;
  }
}

function brokenBySums(used: Used, lot: TerrainLot, group: TerrainGroup, cases: number): LockLimit | null {
  const { temperature, caseMillilitres } = lot.source;
  const storage = `${group.index}/${temperature}`;
  const { capacityCases, capacityMillilitres, maxCases } = group.source;
  if (used.add(`lot ${lot.index}`, cases) > lot.source.cases) return 'supply';
  if (used.add(`groups of ${lot.index}`, 1) > (lot.source.maxGroups ?? Number.POSITIVE_INFINITY)) return 'max-groups';
  if (used.add(`cases ${storage}`, cases) > (capacityCases?.[temperature] ?? Number.POSITIVE_INFINITY)) return 'capacity';
  const millilitres = used.add(`millilitres ${storage}`, cases * (caseMillilitres ?? 0));
  if (millilitres > (capacityMillilitres?.[temperature] ?? Number.POSITIVE_INFINITY)) return 'capacity';
  return used.add(`ceiling ${group.index}`, cases) > (maxCases ?? Number.POSITIVE_INFINITY) ? 'ceiling' : null;
}
