import type { ProblemLot } from '../problem/problem.js';
import { eachBit } from './bit-rows.js';
import type { Facts } from './facts.js';
import type { Keys } from './keys.js';
import type { Residual } from './residual.js';
import type { TightSet } from './tight-sets.js';

export interface TightSetFigures {
  readonly cases: number;
  readonly groups: number;
  /** The two groups with the largest last granted keys among those that could give a case up; −1 = none. */
  readonly best: number;
  readonly second: number;
}

/** Adds tight sets up. A chain of ten thousand groups has ten thousand sets of up to ten thousand lots: arrays, not maps. */
export class TightSetTally {
  private readonly casesOf: Float64Array;
  /** The number of the last set in which the group was counted. */
  private readonly countedIn: Int32Array;
  private sets = 0;

  constructor(
    facts: Facts,
    private readonly residual: Residual,
    private readonly keys: Keys,
  ) {
    this.casesOf = Float64Array.from(facts.lotIds, (id) => (facts.lots.get(id) as ProblemLot).cases);
    this.countedIn = new Int32Array(residual.groupCount);
  }

  of(set: TightSet): TightSetFigures {
    this.sets += 1;
    let [cases, groups, best, second] = [0, 0, -1, -1];
    const take = (lot: number) => {
      cases += this.casesOf[lot] as number;
      for (const group of this.residual.owners[lot] as readonly number[]) {
        if (this.countedIn[group] !== this.sets) groups += 1;
        this.countedIn[group] = this.sets;
      }
      for (const group of this.residual.holders[lot] as readonly number[]) {
        if (group === best || group === second) continue;
        if (this.rankOf(group) > this.rankOf(best)) {
          second = best;
          best = group;
        } else if (this.rankOf(group) > this.rankOf(second)) second = group;
      }
    };
    for (let i = 0; i < set.row.length; i++) eachBit(set.row[i] as number, i << 5, take);
    return { cases, groups, best, second };
  }

  private rankOf(group: number): number {
    return group === -1 ? -1 : (this.keys.lastRank[group] as number);
  }
}
