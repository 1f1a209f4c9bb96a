import type { Problem } from '../src/index.js';
import { type PlainPlan, pairOf } from './naive/plain-plan.js';

/** A plan that differs by one case here or there, allowed or not. */
export interface Neighbour {
  readonly change: 'taken away' | 'added' | 'to another group' | 'of another lot' | 'swapped';
  readonly plan: PlainPlan;
}

/** Every plan that is one case away, over every award: each case taken, doubled, moved to each group and each lot, swapped with each other. */
export function* neighboursOf(problem: Problem, plan: PlainPlan): Generator<Neighbour> {
  const held = [...plan].filter(([, cases]) => cases > 0).map(([pair]) => pair.split(' ') as [string, string]);
  for (const [lot, group] of held) {
    yield { change: 'taken away', plan: moved(plan, [[lot, group, -1]]) };
    yield { change: 'added', plan: moved(plan, [[lot, group, 1]]) };
    for (const { id } of problem.groups.filter((other) => other.id !== group)) {
      yield {
        change: 'to another group',
        plan: moved(plan, [
          [lot, group, -1],
          [lot, id, 1],
        ]),
      };
    }
    for (const { id } of problem.lots.filter((other) => other.id !== lot)) {
      yield {
        change: 'of another lot',
        plan: moved(plan, [
          [lot, group, -1],
          [id, group, 1],
        ]),
      };
    }
    for (const [otherLot, otherGroup] of held.filter(([l, g]) => l > lot && g !== group)) {
      yield {
        change: 'swapped',
        plan: moved(plan, [
          [lot, group, -1],
          [otherLot, otherGroup, -1],
          [lot, otherGroup, 1],
          [otherLot, group, 1],
        ]),
      };
    }
  }
}

function moved(plan: PlainPlan, changes: readonly (readonly [string, string, number])[]): PlainPlan {
  const result = new Map(plan);
  for (const [lot, group, change] of changes) result.set(pairOf(lot, group), (result.get(pairOf(lot, group)) ?? 0) + change);
  return result;
}
