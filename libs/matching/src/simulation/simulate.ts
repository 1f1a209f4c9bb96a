import { BUILT_POLICIES } from '../policies/policies.js';
import type { PolicyName } from '../problem/problem.js';
import { type PlayedRound, playRounds } from './play-rounds.js';
import { runFigures } from './run-figures.js';
import type { PolicyRun, RoundFigures, Simulation, SimulationSettings } from './simulation.js';
import { makeWorld, type World } from './world/world.js';

/** What a simulation may run. */
export const SIMULATED_POLICIES: readonly PolicyName[] = [...BUILT_POLICIES, 'choice'];

/**
 * Rolling rounds on a made-up supply, each policy by itself on the same one. Pure: the same settings give the same figures on
 * any machine. What is made up, and how, is docs/simulation-method.md.
 */
export function simulate(settings: SimulationSettings): Simulation {
  const world = makeWorld(settings.seed, settings.groups);
  return { settings, runs: settings.policies.map((policy) => runOf(world, policy, settings.rounds)) };
}

function runOf(world: World, policy: PolicyName, rounds: number): PolicyRun {
  const played = [...playRounds(world, policy, rounds)];
  return { policy, rounds: played.map(roundFigures), whole: runFigures(world, played) };
}

function roundFigures({ round, solution: { metrics } }: PlayedRound): RoundFigures {
  return { round, placed: metrics.placed, minLevel: metrics.minLevel, gini: metrics.gini };
}
