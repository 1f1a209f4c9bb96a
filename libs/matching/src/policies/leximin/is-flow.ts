import type { Terrain } from '../../rules/terrain.js';

/** Whether the exact core solves the problem: one size in the measure, and none of the rules that make it NP-hard. */
export function isFlow({ lots, groups }: Terrain): boolean {
  return (
    lots.every(({ measure }) => measure === lots[0]?.measure) &&
    lots.every(({ source }) => (source.minCasesPerGroup ?? 0) <= 1 && source.maxGroups === undefined && source.onePerHousehold !== true) &&
    groups.every(({ source }) => Object.keys(source.capacityMillilitres ?? {}).length === 0)
  );
}
