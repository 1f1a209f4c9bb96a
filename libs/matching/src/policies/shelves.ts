import type { Plan } from '../plan/plan.js';
import type { TerrainGroup, TerrainLot } from '../rules/terrain.js';
import { byDate } from './by-date.js';
import { EligibleGroups } from './eligible-groups.js';

/** A shelf as one group sees it: how far along its lots the group has come, and how many cases it has of them. */
interface View {
  readonly lots: readonly TerrainLot[];
  reached: number;
  cases: number;
}

/** The lots by category, each shelf earliest date first. Lots without a category stand on one shelf. */
export class Shelves {
  private readonly views: readonly (readonly View[])[];
  private readonly eligible: EligibleGroups;

  constructor(private readonly plan: Plan) {
    const shelves = shelvesOf(plan);
    this.eligible = new EligibleGroups(plan.terrain, plan.terrain.groups);
    this.views = plan.terrain.groups.map((group) => shelves.map((lots) => ({ lots, reached: 0, cases: casesOf(plan, lots, group) })));
  }

  /** Of the shelves with something for the group, one that it has fewest cases of; then the earliest date, then the lot's id. */
  choiceOf(group: TerrainGroup): TerrainLot | null {
    let chosen: TerrainLot | null = null;
    let fewest = Number.POSITIVE_INFINITY;
    for (const view of this.viewsOf(group)) {
      if (view.cases > fewest) continue;
      const lot = this.nextOn(view, group);
      if (lot === null || (view.cases === fewest && chosen !== null && byDate(chosen, lot) < 0)) continue;
      chosen = lot;
      fewest = view.cases;
    }
    return chosen;
  }

  /** One case, or the minimum of a lot that the group has none of yet. */
  take(lot: TerrainLot, group: TerrainGroup): void {
    const cases = this.plan.nextGrant(lot, group);
    this.plan.grant(lot, group, cases);
    for (const view of this.viewsOf(group)) if (view.lots[view.reached] === lot) view.cases += cases;
  }

  /** What a group cannot take now it never can, since cases, room and places only grow fewer: it walks each shelf once. */
  private nextOn(view: View, group: TerrainGroup): TerrainLot | null {
    while (view.reached < view.lots.length && !this.isTakeable(view.lots[view.reached] as TerrainLot, group)) view.reached += 1;
    return view.lots[view.reached] ?? null;
  }

  private isTakeable(lot: TerrainLot, group: TerrainGroup): boolean {
    return this.eligible.has(lot, group) && this.plan.nextGrant(lot, group) > 0;
  }

  private viewsOf(group: TerrainGroup): readonly View[] {
    return this.views[group.index] as readonly View[];
  }
}

function shelvesOf({ terrain }: Plan): TerrainLot[][] {
  const shelves = new Map<string | undefined, TerrainLot[]>();
  for (const lot of terrain.lots.toSorted(byDate)) {
    const shelf = shelves.get(lot.source.category) ?? [];
    shelves.set(lot.source.category, shelf);
    shelf.push(lot);
  }
  return [...shelves.values()];
}

/** Before the queue moves, what is held is what was locked. */
function casesOf(plan: Plan, lots: readonly TerrainLot[], group: TerrainGroup): number {
  if (plan.terrain.locks.size === 0) return 0;
  return lots.reduce((sum, lot) => sum + plan.held(lot, group), 0);
}
