import type { TerrainLot } from '../rules/terrain.js';
import { Chains } from './chains.js';
import type { Workbench } from './workbench.js';

/** How many groups are asked to take what another gives up: a few, so that few deliveries come of it. */
const TAKERS = 4;

/**
 * Changes that a walk may make: each is drawn, moves cases about and says whether it moved any. Levels may be off afterwards,
 * and are judged by whoever asked.
 */
export class Proposals {
  readonly chains: Chains;
  /** What the last `give` came to. */
  private given = 0;
  private readonly measure: Float64Array;
  private readonly lots: number;
  private readonly groups: number;

  constructor(private readonly bench: Workbench) {
    const { lots, groups } = bench.holdings.plan.terrain;
    this.measure = Float64Array.from(lots, (lot: TerrainLot) => lot.measure);
    this.chains = new Chains(bench, this.measure);
    this.lots = lots.length;
    this.groups = groups.length;
  }

  /** All that a group gets from one origin goes to others to whom that delivers anyway, mostly for something in return. */
  closing(): boolean {
    const { holdings, traits, merits, moves, dice } = this.bench;
    const group = dice.below(this.groups);
    const origin = this.originOf(group);
    if (origin < 0) return false;
    const opened = dice.below(3) > 0 ? -1 : (traits.origin[dice.below(this.lots)] as number);
    const lots = this.allFrom(origin, group);
    if (lots.length === 0) return false;
    let [taker, asked, due] = [-1, 0, 0];
    for (const lot of lots) {
      while (holdings.held(lot, group) > 0) {
        if (taker < 0 || this.give(lot, group, taker, holdings.held(lot, group)) === 0) {
          if (due > 0 && dice.below(4) > 0) this.giveBack(taker, group, origin, opened, due);
          due = 0;
          if (++asked > TAKERS + lots.length) return false;
          taker = this.another(
            group,
            (other) => (merits.lotsFrom(origin, other) > 0 || dice.below(8) === 0) && holdings.isOpen(lot, other),
          );
          if (taker < 0) return false;
          continue;
        }
        due += this.given * (this.measure[lot] as number);
      }
    }
    if (due > 0 && dice.below(4) > 0) this.giveBack(taker, group, origin, opened, due);
    return moves.made.length > 0;
  }

  /** Two groups change origins: each gives the other all that it gets from one. */
  trade(): boolean {
    const { moves, dice, holdings } = this.bench;
    const [group, other] = [dice.below(this.groups), dice.below(this.groups)];
    if (group === other) return false;
    const [a, b] = [this.originOf(group), this.originOf(other)];
    if (a < 0 || b < 0 || a === b) return false;
    const [here, there] = [this.allFrom(a, group), this.allFrom(b, other)];
    if (here.length === 0 || there.length === 0) return false;
    const rest = dice.below(2) > 0 ? this.worth(here, group) - this.worth(there, other) : 0;
    for (const lot of here)
      if (this.give(lot, group, other, holdings.held(lot, group)) === 0 || holdings.held(lot, group) > 0) return false;
    for (const lot of there)
      if (this.give(lot, other, group, holdings.held(lot, other)) === 0 || holdings.held(lot, other) > 0) return false;
    if (rest > 0) this.giveBack(other, group, a, b, rest);
    else if (rest < 0) this.giveBack(group, other, b, a, -rest);
    return moves.made.length > 0;
  }

  /** Some of one lot for as much of another. */
  swap(): boolean {
    const { holdings, dice } = this.bench;
    const [from, to] = [dice.below(this.groups), dice.below(this.groups)];
    if (from === to) return false;
    const [lot, other] = [this.lotOf(from), this.lotOf(to)];
    if (lot < 0 || other < 0 || lot === other || !holdings.isOpen(other, from)) return false;
    if (this.give(lot, from, to, this.some(lot, from)) === 0) return false;
    const wanted = Math.round((this.given * (this.measure[lot] as number)) / (this.measure[other] as number));
    return this.give(other, to, from, Math.max(1, wanted)) > 0;
  }

  /** Some of a lot for nothing. */
  transfer(): boolean {
    const { dice } = this.bench;
    const [from, to] = [dice.below(this.groups), dice.below(this.groups)];
    const lot = from === to ? -1 : this.lotOf(from);
    return lot >= 0 && this.give(lot, from, to, this.some(lot, from)) > 0;
  }

  private give(lot: number, from: number, to: number, wanted: number): number {
    const { moves, rules } = this.bench;
    this.bench.moves.work += 5;
    this.given = rules.mostToHandOver(lot, from, to, wanted);
    if (this.given > 0) moves.move(lot, from, to, this.given);
    return this.given;
  }

  /** As much as is due, of lots whose origin delivers to the taker anyway, or newly; never of the origin that is given up. */
  private giveBack(from: number, to: number, closed: number, opened: number, due: number): void {
    const { holdings, traits, merits, dice } = this.bench;
    const lots = (holdings.lotsOf[from] as number[]).slice();
    const start = dice.below(lots.length || 1);
    let rest = due;
    for (let i = 0; i < lots.length && rest > 0; i++) {
      const lot = lots[(start + i) % lots.length] as number;
      const origin = traits.origin[lot] as number;
      this.bench.moves.work += 1;
      if (origin === closed || (origin !== opened && merits.lotsFrom(origin, to) === 0)) continue;
      const measure = this.measure[lot] as number;
      rest -= this.give(lot, from, to, Math.floor(rest / measure)) * measure;
    }
  }

  private some(lot: number, group: number): number {
    const { holdings, dice } = this.bench;
    const held = holdings.held(lot, group);
    return dice.below(3) === 0 ? held : 1 + dice.below(held);
  }

  private lotOf(group: number): number {
    this.bench.moves.work += 5;
    const own = this.bench.holdings.lotsOf[group] as number[];
    return own.length === 0 ? -1 : (own[this.bench.dice.below(own.length)] as number);
  }

  private originOf(group: number): number {
    const lot = this.lotOf(group);
    return lot < 0 ? -1 : (this.bench.traits.origin[lot] as number);
  }

  /** All lots that a group gets from an origin; none where some are locked, since the delivery would be made all the same. */
  private allFrom(origin: number, group: number): number[] {
    const { holdings, traits, merits } = this.bench;
    this.bench.moves.work += (holdings.lotsOf[group] as number[]).length;
    const lots = (holdings.lotsOf[group] as number[]).filter((lot) => traits.origin[lot] === origin);
    return lots.length < merits.lotsFrom(origin, group) ? [] : lots;
  }

  private another(than: number, isFit: (group: number) => boolean): number {
    const start = this.bench.dice.below(this.groups);
    for (let i = 0; i < this.groups; i++) {
      const group = (start + i) % this.groups;
      this.bench.moves.work += 1;
      if (group !== than && isFit(group)) return group;
    }
    return -1;
  }

  private worth(lots: readonly number[], group: number): number {
    return lots.reduce((sum, lot) => sum + this.bench.holdings.held(lot, group) * (this.measure[lot] as number), 0);
  }
}
