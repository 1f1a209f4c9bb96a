import { addDays, type CalendarDate, calendarDate } from '@wakachi/kernel';
import type { Problem, ProblemGroup, ProblemLane } from '../../problem/problem.js';
import { makeGroups } from './groups.js';
import { makePreferences, type Preferences } from './preferences.js';
import { HUBS, transitDays } from './regions.js';
import { makeSupply } from './supply.js';

const FIRST_ARRIVAL = calendarDate(2026, 4, 1) as CalendarDate;
const DAYS_BETWEEN_ROUNDS = 7;

/** What stays the same from round to round. */
export interface World {
  readonly seed: string;
  readonly groups: readonly ProblemGroup[];
  readonly lanes: readonly ProblemLane[];
  readonly preferences: ReadonlyMap<string, Preferences>;
}

export function makeWorld(seed: string, count: number): World {
  const groups = makeGroups(seed, count);
  return {
    seed,
    groups,
    lanes: groups.flatMap(lanesTo),
    preferences: new Map(groups.map(({ id }) => [id, makePreferences(seed, id)])),
  };
}

/** The problem of one round (from 1) before any policy has a history. Exact in the contract's sense: cases, and no minimum lots. */
export function problemOfRound({ seed, groups, lanes }: World, round: number): Problem {
  const arrivalDate = addDays(FIRST_ARRIVAL, DAYS_BETWEEN_ROUNDS * (round - 1));
  const lots = makeSupply(seed, round, groups.length, arrivalDate);
  return { format: 'wakachi.problem/1', seed: `${seed} ${round}`, arrivalDate, measure: 'cases', lots, groups, lanes };
}

function lanesTo({ id, prefecture }: ProblemGroup): ProblemLane[] {
  return HUBS.map(({ hub, region }) => ({
    hub,
    group: id,
    transitDays: transitDays(region, prefecture),
    costPerDelivery: 0,
    costPerCase: 0,
  }));
}
