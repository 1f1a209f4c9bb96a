import type { ProblemLane } from '../problem/problem.js';
import { isPooled, originOf } from '../report/origin.js';
import type { Terrain } from '../rules/terrain.js';

/** What it costs to bring goods from a hub to a group. */
interface Fare {
  readonly perDelivery: number;
  readonly perCase: number;
}

/** What a useful assortment and few deliveries depend on, by the lot's index. */
export interface LotTraits {
  /** Shipped by the donor itself: each destination costs a delivery. Others are pooled at a hub. */
  readonly isDirect: Uint8Array;
  /** Lots of one number reach a group in one delivery. */
  readonly origin: Int32Array;
  readonly origins: number;
  /** By group and then origin; absent = it costs nothing. */
  readonly fares: ReadonlyMap<number, Fare>;
  /** -1 = none. */
  readonly category: Int32Array;
  readonly categories: number;
}

export function lotTraits({ lots, groups, problem }: Terrain): LotTraits {
  const origins = new Numbers();
  const categories = new Numbers();
  const origin = Int32Array.from(lots, (lot) => origins.of(originOf(lot)));
  return {
    isDirect: Uint8Array.from(lots, ({ source }) => (isPooled(source) ? 0 : 1)),
    origin,
    category: Int32Array.from(lots, ({ source }) => (source.category === undefined ? -1 : categories.of(source.category))),
    origins: origins.count,
    fares: faresOf(problem.lanes ?? [], lots, groups, origin, origins.count),
    categories: categories.count,
  };
}

/** Lanes from hubs that have a lot; the others cost nobody anything. */
function faresOf(
  lanes: readonly ProblemLane[],
  lots: Terrain['lots'],
  groups: Terrain['groups'],
  origin: Int32Array,
  origins: number,
): ReadonlyMap<number, Fare> {
  const originOfHub = new Map(lots.map(({ source, index }) => [source.hub ?? null, origin[index] as number]));
  const indexOf = new Map(groups.map(({ source, index }) => [source.id, index]));
  const fares = new Map<number, Fare>();
  for (const { hub, group, costPerDelivery, costPerCase } of lanes) {
    const from = originOfHub.get(hub);
    if (from === undefined || costPerDelivery + costPerCase === 0) continue;
    fares.set((indexOf.get(group) as number) * origins + from, { perDelivery: costPerDelivery, perCase: costPerCase });
  }
  return fares;
}

/** Names counted from 0 in the order in which they are met: that of the lots' ids. */
class Numbers {
  private readonly known = new Map<string, number>();

  get count(): number {
    return this.known.size;
  }

  of(name: string): number {
    const number = this.known.get(name) ?? this.known.size;
    this.known.set(name, number);
    return number;
  }
}
