import { TEMPERATURE_CLASSES } from '@wakachi/kernel';
import type { Plan } from '../plan/plan.js';
import type { TerrainGroup } from '../rules/terrain.js';
import type { Swap } from './merits.js';

/** What is left of each group's storage and ceiling while cases change hands. */
export class Room {
  /** By group and then class; `Infinity` = no limit. */
  private readonly cases: Float64Array;
  private readonly millilitres: Float64Array;
  private readonly ceiling: Float64Array;
  private readonly classOf: Uint8Array;
  private readonly sizeOf: Float64Array;

  constructor(plan: Plan) {
    const { lots, groups } = plan.terrain;
    const byClass = (room: (name: (typeof TEMPERATURE_CLASSES)[number], group: TerrainGroup) => number) =>
      Float64Array.from(groups.flatMap((group) => TEMPERATURE_CLASSES.map((name) => room(name, group))));
    this.cases = byClass((name, group) => plan.casesRoomIn(name, group));
    this.millilitres = byClass((name, group) => plan.millilitresRoomIn(name, group));
    this.ceiling = Float64Array.from(groups, (group) => plan.ceilingLeft(group));
    this.classOf = Uint8Array.from(lots, ({ source }) => TEMPERATURE_CLASSES.indexOf(source.temperature));
    this.sizeOf = Float64Array.from(lots, ({ source }) => source.caseMillilitres ?? 0);
  }

  holds(swap: Swap): boolean {
    this.change(swap, 1);
    const holds = this.isEnough(swap.group, swap.gives) && this.isEnough(swap.group, swap.takes);
    this.change(swap, -1);
    return holds;
  }

  make(swap: Swap): void {
    this.change(swap, 1);
  }

  /** More cases that the group could store of the lot. */
  more(lot: number, group: number): number {
    const at = this.at(lot, group);
    const cases = Math.min(this.cases[at] as number, this.ceiling[group] as number);
    const [free, size] = [this.millilitres[at] as number, this.sizeOf[lot] as number];
    return size === 0 || free === Number.POSITIVE_INFINITY ? cases : Math.min(cases, (free - (free % size)) / size);
  }

  private change({ group, gives, given, takes, taken }: Swap, sign: number): void {
    this.take(gives, group, -given * sign);
    this.take(takes, group, taken * sign);
  }

  take(lot: number, group: number, cases: number): void {
    const at = this.at(lot, group);
    this.cases[at] = (this.cases[at] as number) - cases;
    this.millilitres[at] = (this.millilitres[at] as number) - cases * (this.sizeOf[lot] as number);
    this.ceiling[group] = (this.ceiling[group] as number) - cases;
  }

  /** Whether neither the storage of the lot's class nor the ceiling is over its limit. */
  isEnough(group: number, lot: number): boolean {
    const at = this.at(lot, group);
    return (this.cases[at] as number) >= 0 && (this.millilitres[at] as number) >= 0 && (this.ceiling[group] as number) >= 0;
  }

  private at(lot: number, group: number): number {
    return group * TEMPERATURE_CLASSES.length + (this.classOf[lot] as number);
  }
}
