import type { Solution } from '../solution/solution.js';
import type { Standing } from './comparison.js';

/** Of one problem, needs and carry-over are the same: whoever is awarded more has the higher level. */
export function standing(solution: Solution, other: { readonly name: string; readonly solution: Solution }): Standing {
  const before = new Map(other.solution.levels.map(({ group, awarded }) => [group, awarded]));
  let [better, worse] = [0, 0];
  for (const { group, awarded } of solution.levels) {
    const under = before.get(group) as number;
    if (awarded > under) better += 1;
    if (awarded < under) worse += 1;
  }
  return { than: other.name, better, worse };
}
