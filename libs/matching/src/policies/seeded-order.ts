import { canonicalJson, sha256 } from '@wakachi/kernel';
import { byCodeUnits } from '../problem/by-code-units.js';
import type { Terrain } from '../rules/terrain.js';

/**
 * The place of each group (by its index) in the order that breaks a tie of level: larger need first, so that declaring a
 * larger true need never costs a group; then a hash of seed and id, which nobody can steer and every machine repeats.
 */
export function seededOrder(terrain: Terrain): readonly number[] {
  const ranked = terrain.groups.map((group) => ({ group, hash: sha256(canonicalJson([terrain.problem.seed, group.source.id])) }));
  ranked.sort((a, b) => b.group.source.need - a.group.source.need || byCodeUnits(a.hash, b.hash));
  const place = new Array<number>(ranked.length);
  for (const [i, { group }] of ranked.entries()) place[group.index] = i;
  return place;
}
