import { allocate } from '../allocate.js';
import type { PolicyName, Problem } from '../problem/problem.js';
import type { Solution } from '../solution/solution.js';
import { Market } from './choice/market.js';
import { History } from './history.js';
import { problemOfRound, type World } from './world/world.js';

export interface PlayedRound {
  /** From 1. */
  readonly round: number;
  readonly problem: Problem;
  readonly solution: Solution;
}

/** One policy through the rounds of a world. It sees the same supply as every other policy, and a carry-over of its own making. */
export function* playRounds(world: World, policy: PolicyName, rounds: number): Generator<PlayedRound> {
  const history = new History();
  const solve = solverOf(world, policy);
  for (let round = 1; round <= rounds; round++) {
    const received = history.received();
    const offered = problemOfRound(world, round);
    const groups = offered.groups.map((group) => ({ ...group, received: received.get(group.id) ?? 0 }));
    const problem: Problem = { ...offered, policy, groups };
    const solution = solve(problem);
    history.add(solution.levels);
    yield { round, problem, solution };
  }
}

/** `choice` needs what no problem holds: preferences, and balances that pass from round to round. */
function solverOf(world: World, policy: PolicyName): (problem: Problem) => Solution {
  if (policy !== 'choice') return allocate;
  const market = new Market(world);
  return (problem) => market.allocate(problem);
}
