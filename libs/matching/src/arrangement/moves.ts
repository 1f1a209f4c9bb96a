import type { TerrainLot } from '../rules/terrain.js';
import type { Holdings } from './holdings.js';
import type { Merits } from './merits.js';
import type { SwapRules } from './swap-rules.js';

/**
 * Cases on their way from group to group: any number of moves that are judged together, by what they come to, and done or
 * undone together. A lot's number of placed cases stays as it is, whatever is moved.
 */
export class Moves {
  /** By group, what it has in the measure above the plan that the search began with. */
  private readonly net: Float64Array;
  /** Pairs looked at and cases moved, by whoever searches: what a budget is counted in. */
  work = 0;
  /** Over all groups, what part of what each may lose it has lost. */
  spent = 0;
  /** Over all groups, how much of the measure is lost beyond what may be. */
  owed = 0;
  /** Lot, giver, taker and cases of every move of the trial. */
  private log: number[] = [];
  /** Lots of which cases are left: nobody may come to have room for them. */
  private readonly leftOver: readonly TerrainLot[];

  constructor(
    private readonly holdings: Holdings,
    private readonly merits: Merits,
    private readonly rules: SwapRules,
    /** By group, the most of the measure that it may lose. */
    private readonly allowance: Float64Array,
  ) {
    const { plan } = holdings;
    this.net = new Float64Array(plan.terrain.groups.length);
    this.leftOver = plan.terrain.lots.filter((lot) => plan.left(lot) > 0);
  }

  begin(): void {
    this.log = [];
  }

  /** How much of the measure the group may still give for nothing. */
  spare(group: number): number {
    return (this.net[group] as number) + (this.allowance[group] as number);
  }

  /** What the group has above the fair plan, or below it, in the measure. */
  netOf(group: number): number {
    return this.net[group] as number;
  }

  move(lot: number, from: number, to: number, cases: number): void {
    this.log.push(lot, from, to, cases);
    this.shift(lot, from, -cases);
    this.shift(lot, to, cases);
  }

  undo(): void {
    const { log } = this;
    for (let i = log.length - 4; i >= 0; i -= 4) {
      const [lot, cases] = [log[i] as number, log[i + 3] as number];
      this.shift(lot, log[i + 2] as number, -cases);
      this.shift(lot, log[i + 1] as number, cases);
    }
    this.log = [];
  }

  /** The moves of the trial that was last begun. */
  get made(): readonly number[] {
    return this.log;
  }

  /** Makes old moves good again, the last one first. */
  takeBack(log: readonly number[]): void {
    this.log = log.slice();
    this.undo();
  }

  /** Whether every rule holds, floors apart, and nobody could now simply take a case that is left. */
  holds(): boolean {
    const { log, rules } = this;
    for (let i = 0; i < log.length; i += 4) {
      const [lot, from, to] = [log[i] as number, log[i + 1] as number, log[i + 2] as number];
      if (!rules.mayKeep(lot, from, false) || !rules.mayKeep(lot, to, true)) return false;
    }
    return this.leftOver.every((lot) => !this.findsRoom(lot));
  }

  private findsRoom(lot: TerrainLot): boolean {
    const { log, rules, holdings } = this;
    for (let i = 0; i < log.length; i += 4) {
      if (log[i] === lot.index) return holdings.plan.terrain.groups.some(({ index }) => rules.couldBeGiven(lot, index));
    }
    for (let i = 0; i < log.length; i += 4) {
      if (rules.couldBeGiven(lot, log[i + 1] as number) || rules.couldBeGiven(lot, log[i + 2] as number)) return true;
    }
    return false;
  }

  private lost(group: number): number {
    const net = this.net[group] as number;
    return net >= 0 || this.allowance[group] === 0 ? 0 : Math.min(1, -net / (this.allowance[group] as number));
  }

  private shift(lot: number, group: number, cases: number): void {
    this.merits.add(lot, group, cases);
    this.rules.take(lot, group, cases);
    const { measure } = this.holdings.plan.terrain.lots[lot] as TerrainLot;
    this.spent -= this.lost(group);
    this.owed -= Math.max(0, -this.spare(group));
    this.net[group] = (this.net[group] as number) + cases * measure;
    this.spent += this.lost(group);
    this.owed += Math.max(0, -this.spare(group));
  }
}
