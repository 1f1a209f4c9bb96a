import { Plan } from '../plan/plan.js';
import type { Terrain } from '../rules/terrain.js';
import { byLevel } from './by-level.js';
import { Heap } from './heap.js';
import type { Outcome } from './outcome.js';
import { seededOrder } from './seeded-order.js';
import { Shelves } from './shelves.js';

/**
 * A queue of groups, lowest fill level first. The group at its head chooses one case — of the category that it has the fewest
 * cases of in this round, there of the earliest date — or that lot's minimum when it starts on one, and goes back into the
 * queue at its new level; a group that can take nothing leaves.
 *
 * It is the choice that makes it a policy of its own: were everybody to take the earliest date, a queue would give exactly
 * what `lot-by-lot` gives, since each lot would still go to the lowest levels in turn.
 */
export function queue(terrain: Terrain): Outcome {
  const plan = new Plan(terrain);
  const shelves = new Shelves(plan);
  const waiting = new Heap(byLevel(plan, seededOrder(terrain)));
  for (const group of terrain.groups) waiting.push(group);
  while (waiting.top !== undefined) {
    const lot = shelves.choiceOf(waiting.top);
    if (lot === null) {
      waiting.pop();
    } else {
      shelves.take(lot, waiting.top);
      waiting.topChanged();
    }
  }
  return { plan, certificate: { exact: false } };
}
