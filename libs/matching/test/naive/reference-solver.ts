import type { Problem, ProblemLot } from '../../src/index.js';
import { compareKeys, keyOf, unlockedOf } from './plain-keys.js';
import { casesOf, locksOf, type PlainPlan, pairOf } from './plain-plan.js';
import { pathBetween, residualArcs } from './plain-residual.js';

/**
 * An exact plan, slow and obvious: one case at a time goes to the group whose next key is the smallest and to which a path
 * leads, until none does; then, while a case that is left can take the place of one of a later date, it does.
 */
export function solveByHand(problem: Problem): PlainPlan {
  return earliestFirst(problem, smallestKeysFirst(problem));
}

function smallestKeysFirst(problem: Problem): PlainPlan {
  let plan = locksOf(problem);
  let open = [...problem.groups];
  while (open.length > 0) {
    const current = plan;
    const keys = new Map(open.map((group) => [group, keyOf(problem, group, unlockedOf(problem, current, group) + 1)]));
    const [first] = open.toSorted((a, b) => compareKeys(keys.get(a) as never, keys.get(b) as never)) as [(typeof open)[0]];
    const arcs = residualArcs(problem, current);
    const isFull = casesOf(problem, current, null, first.id) >= (first.maxCases ?? Infinity);
    const paths = isFull ? [] : leftIn(problem, current).map((lot) => pathBetween(arcs, `lot:${lot.id}`, `group:${first.id}`));
    const path = paths.find((found) => found !== null);
    if (path) plan = follow(current, path);
    else open = open.filter((group) => group !== first);
  }
  return plan;
}

function earliestFirst(problem: Problem, start: PlainPlan): PlainPlan {
  let plan = start;
  for (;;) {
    const arcs = residualArcs(problem, plan);
    const paths = leftIn(problem, plan).flatMap((from) =>
      problem.lots.filter((to) => dateOf(to) > dateOf(from)).map((to) => pathBetween(arcs, `lot:${from.id}`, `lot:${to.id}`)),
    );
    const path = paths.find((found) => found !== null);
    if (!path) return plan;
    plan = follow(plan, path);
  }
}

export function dateOf(lot: ProblemLot): string {
  return lot.effectiveUntil ?? 'undated';
}

function leftIn(problem: Problem, plan: PlainPlan): ProblemLot[] {
  return problem.lots.filter((lot) => casesOf(problem, plan, lot.id, null) < lot.cases);
}

/** One case along the path: taken where it leaves a lot, given back where it enters one. */
function follow(plan: PlainPlan, path: readonly string[]): PlainPlan {
  const moved = new Map(plan);
  for (const [i, node] of path.entries()) {
    const next = path[i + 1] ?? '';
    const [lot, shelf, change] = node.startsWith('lot:') ? [node, next, 1] : [next, node, -1];
    if (!lot.startsWith('lot:') || !shelf) continue;
    const pair = pairOf(lot.slice(4), shelf.slice(6).split('/')[0] as string);
    moved.set(pair, (moved.get(pair) ?? 0) + change);
  }
  return moved;
}
