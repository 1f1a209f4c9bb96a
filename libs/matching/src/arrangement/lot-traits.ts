import { isPooled, originOf } from '../report/origin.js';
import type { Terrain } from '../rules/terrain.js';

/** What a useful assortment and few deliveries depend on, by the lot's index. */
export interface LotTraits {
  /** Shipped by the donor itself: each destination costs a delivery. Others are pooled at a hub. */
  readonly isDirect: Uint8Array;
  /** Lots of one number reach a group in one delivery. */
  readonly origin: Int32Array;
  readonly origins: number;
  /** -1 = none. */
  readonly category: Int32Array;
  readonly categories: number;
}

export function lotTraits({ lots }: Terrain): LotTraits {
  const origins = new Numbers();
  const categories = new Numbers();
  return {
    isDirect: Uint8Array.from(lots, ({ source }) => (isPooled(source) ? 0 : 1)),
    origin: Int32Array.from(lots, (lot) => origins.of(originOf(lot))),
    category: Int32Array.from(lots, ({ source }) => (source.category === undefined ? -1 : categories.of(source.category))),
    origins: origins.count,
    categories: categories.count,
  };
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
