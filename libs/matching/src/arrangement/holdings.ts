import type { Plan } from '../plan/plan.js';
import { failingRule } from '../rules/failing-rule.js';
import { pairCap } from '../rules/pair-cap.js';
import type { TerrainGroup, TerrainLot } from '../rules/terrain.js';

const UNKNOWN = 0;
const YES = 1;
const NO = 2;

/** Who holds how much of a plan, found at once from either side. Locks are held and never listed: nothing may be done with them. */
export class Holdings {
  /** Cases, by lot and then group. */
  readonly cases: Float64Array;
  /** Per group, the lots that it could give cases of. */
  readonly lotsOf: readonly number[][];
  /** Per lot, the groups that could give cases of it. */
  readonly holdersOf: readonly number[][];
  /** Per lot, how many groups hold cases of it, locked or not. */
  readonly destinations: Int32Array;
  private readonly open: Uint8Array;
  private readonly groups: number;

  constructor(readonly plan: Plan) {
    const { lots, groups } = plan.terrain;
    this.groups = groups.length;
    this.cases = new Float64Array(lots.length * groups.length);
    this.open = new Uint8Array(lots.length * groups.length);
    this.lotsOf = groups.map(() => []);
    this.holdersOf = lots.map(() => []);
    this.destinations = new Int32Array(lots.length);
    for (const lot of lots) {
      const holders = plan.holders(lot);
      this.destinations[lot.index] = holders.size;
      for (const group of [...holders.keys()].sort((a, b) => a - b)) this.enter(lot, groups[group] as TerrainGroup);
    }
  }

  held(lot: number, group: number): number {
    return this.cases[lot * this.groups + group] as number;
  }

  /** Whether the pair is eligible and not locked. */
  isOpen(lot: number, group: number): boolean {
    const at = lot * this.groups + group;
    if (this.open[at] === UNKNOWN) this.open[at] = this.isOpenInFact(lot, group) ? YES : NO;
    return this.open[at] === YES;
  }

  /** `cases` may be negative. */
  add(lot: number, group: number, cases: number): void {
    const at = lot * this.groups + group;
    const before = this.cases[at] as number;
    this.cases[at] = before + cases;
    if (before === 0) this.appear(lot, group);
    else if (before + cases === 0) this.vanish(lot, group);
  }

  private isOpenInFact(lot: number, group: number): boolean {
    const { plan } = this;
    const [l, g] = [plan.terrain.lots[lot] as TerrainLot, plan.terrain.groups[group] as TerrainGroup];
    return !plan.isLocked(l, g) && failingRule(plan.terrain, l, g) === null && pairCap(plan.terrain, l, g) > 0;
  }

  private enter(lot: TerrainLot, group: TerrainGroup): void {
    this.cases[lot.index * this.groups + group.index] = this.plan.held(lot, group);
    if (this.plan.isLocked(lot, group)) return;
    this.lotsOf[group.index]?.push(lot.index);
    this.holdersOf[lot.index]?.push(group.index);
  }

  private appear(lot: number, group: number): void {
    this.lotsOf[group]?.push(lot);
    this.holdersOf[lot]?.push(group);
    this.destinations[lot] = (this.destinations[lot] as number) + 1;
  }

  private vanish(lot: number, group: number): void {
    remove(this.lotsOf[group] as number[], lot);
    remove(this.holdersOf[lot] as number[], group);
    this.destinations[lot] = (this.destinations[lot] as number) - 1;
  }
}

function remove(list: number[], value: number): void {
  const last = list.pop() as number;
  if (last !== value) list[list.indexOf(value)] = last;
}
