import type { Workbench } from './workbench.js';

/** After one change, how many chains are tried to put levels right, and how many groups one search asks. */
const MOST_CHAINS = 16;
const MOST_HANDS = 64;

/** Levels put right without another delivery: goods are handed on from whoever has more than it must, over groups that share lots. */
export class Chains {
  /** By giver, who takes from it, and of which lot. */
  private readonly cameFrom: Int32Array;
  private readonly byLot: Int32Array;

  constructor(
    private readonly bench: Workbench,
    private readonly measure: Float64Array,
  ) {
    const { length } = bench.holdings.plan.terrain.groups;
    this.cameFrom = new Int32Array(length);
    this.byLot = new Int32Array(length);
  }

  /** Somebody who is below the fair plan gets something by a chain. */
  repair(): boolean {
    const { moves, dice } = this.bench;
    let group = dice.below(this.cameFrom.length);
    const isWanting = moves.owed > 0 ? () => moves.spare(group) < 0 : () => moves.netOf(group) < 0;
    for (let i = 0; i < this.cameFrom.length && !isWanting(); i++) {
      moves.work += 1;
      group = (group + 1) % this.cameFrom.length;
    }
    return isWanting() && this.chain(group, moves.owed > 0 ? -moves.spare(group) : -moves.netOf(group)) > 0;
  }

  /** Until nobody is below what it may fall to, or nothing is found. */
  balance(): void {
    const { moves } = this.bench;
    for (let i = 0; moves.owed > 0 && i < MOST_CHAINS; i++) {
      const log = moves.made;
      let group = -1;
      for (let k = 0; k < log.length && group < 0; k += 4) {
        if (moves.spare(log[k + 1] as number) < 0) group = log[k + 1] as number;
        else if (moves.spare(log[k + 2] as number) < 0) group = log[k + 2] as number;
      }
      if (group < 0 || this.chain(group, -moves.spare(group)) === 0) return;
    }
  }

  /** Hands goods on from somebody who has more than it must to the group: each gives of a lot that the next one has as well. */
  private chain(group: number, wanted: number): number {
    const { holdings, rules, moves } = this.bench;
    const { cameFrom, byLot } = this;
    cameFrom.fill(-1);
    cameFrom[group] = group;
    const queue = [group];
    for (let i = 0; i < queue.length && i < MOST_HANDS; i++) {
      const taker = queue[i] as number;
      const lots = holdings.lotsOf[taker] as number[];
      for (const lot of lots) {
        moves.work += 1;
        if (rules.moreOfPair(lot, taker) < 1) continue;
        for (const giver of holdings.holdersOf[lot] as number[]) {
          moves.work += 1;
          if ((cameFrom[giver] as number) >= 0 || rules.mostToSpare(lot, giver) < 1) continue;
          cameFrom[giver] = taker;
          byLot[giver] = lot;
          const measure = this.measure[lot] as number;
          if (moves.spare(giver) >= measure) return this.follow(giver, group, Math.min(wanted, moves.spare(giver)));
          queue.push(giver);
        }
      }
    }
    return 0;
  }

  private follow(start: number, end: number, worth: number): number {
    const { rules, moves } = this.bench;
    let most = worth;
    for (let giver = start; giver !== end; giver = this.cameFrom[giver] as number) {
      const lot = this.byLot[giver] as number;
      const cases = Math.min(rules.mostToSpare(lot, giver), rules.moreOfPair(lot, this.cameFrom[giver] as number));
      most = Math.min(most, cases * (this.measure[lot] as number));
    }
    for (let giver = start; giver !== end; giver = this.cameFrom[giver] as number) {
      const lot = this.byLot[giver] as number;
      moves.move(lot, giver, this.cameFrom[giver] as number, Math.max(1, Math.round(most / (this.measure[lot] as number))));
    }
    return most;
  }
}
