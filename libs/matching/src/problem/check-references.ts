import { Fault } from '../reading/fault.js';
import type { Problem } from './problem.js';

interface Pair {
  readonly lot: string;
  readonly group: string;
}

/** Every id is given once, and every id that is used is given. */
export function checkReferences(problem: Problem): void {
  const lots = uniqueIds(problem.lots, '/lots');
  const groups = uniqueIds(problem.groups, '/groups');
  for (const [i, lot] of problem.lots.entries()) checkExcluded(lot.excludedGroups ?? [], groups, `/lots/${i}/excludedGroups`);
  checkLanes(problem, groups);
  for (const name of ['requests', 'locks', 'previous'] as const) checkPairs(problem[name] ?? [], `/${name}`, lots, groups);
}

function uniqueIds(items: readonly { readonly id: string }[], at: string): Set<string> {
  const seen = new Set<string>();
  for (const [i, { id }] of items.entries()) {
    if (seen.has(id)) throw new Fault(`${at}/${i}/id`, 'duplicateId', { id: JSON.stringify(id) });
    seen.add(id);
  }
  return seen;
}

/** A misspelt exclusion would exclude nobody, and nobody would notice: so it must name a group that is here. */
function checkExcluded(excluded: readonly string[], groups: ReadonlySet<string>, at: string): void {
  const seen = new Set<string>();
  for (const [i, id] of excluded.entries()) {
    if (!groups.has(id)) throw new Fault(`${at}/${i}`, 'noSuchGroup', { id: JSON.stringify(id) });
    if (seen.has(id)) throw new Fault(`${at}/${i}`, 'duplicateId', { id: JSON.stringify(id) });
    seen.add(id);
  }
}

function checkLanes(problem: Problem, groups: ReadonlySet<string>): void {
  const once = refuseTwice('/lanes');
  for (const [i, lane] of (problem.lanes ?? []).entries()) {
    if (!groups.has(lane.group)) throw new Fault(`/lanes/${i}/group`, 'noSuchGroup', { id: JSON.stringify(lane.group) });
    once(i, lane.hub, lane.group);
  }
}

function checkPairs(pairs: readonly Pair[], at: string, lots: ReadonlySet<string>, groups: ReadonlySet<string>): void {
  const once = refuseTwice(at);
  for (const [i, pair] of pairs.entries()) {
    if (!lots.has(pair.lot)) throw new Fault(`${at}/${i}/lot`, 'noSuchLot', { id: JSON.stringify(pair.lot) });
    if (!groups.has(pair.group)) throw new Fault(`${at}/${i}/group`, 'noSuchGroup', { id: JSON.stringify(pair.group) });
    once(i, pair.lot, pair.group);
  }
}

function refuseTwice(at: string): (i: number, first: string, second: string) => void {
  const seen = new Map<string, Set<string>>();
  return (i, first, second) => {
    const seconds = seen.get(first) ?? new Set();
    if (seconds.has(second)) {
      throw new Fault(`${at}/${i}`, 'duplicatePair', { first: JSON.stringify(first), second: JSON.stringify(second) });
    }
    seen.set(first, seconds.add(second));
  };
}
