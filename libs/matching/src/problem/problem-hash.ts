import { canonicalJson, sha256 } from '@wakachi/kernel';
import { byCodeUnits } from './by-code-units.js';
import type { Problem, ProblemGroup, ProblemLot } from './problem.js';

/**
 * The name of a problem, whatever the order in which its parts were written. Fields stand as given: a default that is
 * spelt out (`"policy": "leximin"`, `"hub": null`) gives another hash than one left out.
 */
export function problemHash(problem: Problem): string {
  return `sha256:${sha256(canonicalJson(inOrder(problem)))}`;
}

function inOrder(problem: Problem): Problem {
  return {
    ...problem,
    lots: problem.lots.map(lotInOrder).sort((a, b) => byCodeUnits(a.id, b.id)),
    groups: problem.groups.map(groupInOrder).sort((a, b) => byCodeUnits(a.id, b.id)),
    ...(problem.lanes && { lanes: problem.lanes.toSorted((a, b) => byCodeUnits(a.hub, b.hub) || byCodeUnits(a.group, b.group)) }),
    ...(problem.requests && { requests: problem.requests.toSorted(byPair) }),
    ...(problem.locks && { locks: problem.locks.toSorted(byPair) }),
    ...(problem.previous && { previous: problem.previous.toSorted(byPair) }),
  };
}

function byPair(a: { lot: string; group: string }, b: { lot: string; group: string }): number {
  return byCodeUnits(a.lot, b.lot) || byCodeUnits(a.group, b.group);
}

function lotInOrder(lot: ProblemLot): ProblemLot {
  return sortedSets(lot, ['allergens', 'requires', 'prefectures', 'excludedGroups']);
}

function groupInOrder(group: ProblemGroup): ProblemGroup {
  return sortedSets(group, ['qualifications', 'refusesCategories', 'refusesAllergens']);
}

function sortedSets<T extends object>(item: T, names: readonly (keyof T)[]): T {
  const copy = { ...item };
  for (const name of names) {
    const set = item[name] as readonly string[] | undefined;
    if (set !== undefined) copy[name] = set.toSorted(byCodeUnits) as T[typeof name];
  }
  return copy;
}
