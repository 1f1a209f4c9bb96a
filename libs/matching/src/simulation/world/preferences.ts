import { Random } from '../../random/random.js';
import { CATEGORIES } from './goods.js';

/** From 1 (would rather have anything else) to 9. */
export type Preferences = ReadonlyMap<string, number>;

/** What a group likes, the same in every round and under every policy. Only `choice` asks for it; all are measured by it. */
export function makePreferences(seed: string, group: string): Preferences {
  const random = new Random(seed, 'preferences', group);
  return new Map(CATEGORIES.map((category) => [category, random.between(1, 9)]));
}
