import type { TemperatureClass } from '@wakachi/kernel';
import type { TerrainGroup, TerrainLot } from './terrain.js';

/** Groups as bits: the group at place 32w + i is bit i of word w. */
export type GroupSet = Uint32Array;

/** Places of groups, by what they hold, refuse or are in. */
type Index = ReadonlyMap<string, readonly number[]>;

/**
 * The groups that the rules on properties let have a lot, all of them at once: a property of the lot stands for a set of groups,
 * and the lot's groups are what its properties have in common. Lots with the same properties share one set, which nobody may
 * change. What is said about single pairs (exclusions, locks, requests) and the minimum of a lot are not in it. `failingRule`
 * says the same of one pair, with the reason; a test holds the two together.
 */
export class EligibilityRows {
  private readonly words: number;
  private readonly qualified: Index;
  private readonly inPrefecture: Index;
  private readonly refusingCategory: Index;
  private readonly refusingAllergen: Index;
  /** Whether any group counts millilitres in a class: if not, the size of a case says nothing. */
  private readonly isMeasured: Readonly<Record<TemperatureClass, boolean>>;
  private readonly found = new Map<string, GroupSet>();
  /** Per hub and minimum: the groups by the days that such a lot must have left for them on the arrival day, and those days. */
  private readonly byDaysAsked = new Map<string, { readonly places: readonly number[]; readonly days: readonly number[] }>();

  /** @param order the groups by place */
  constructor(private readonly order: readonly TerrainGroup[]) {
    this.words = (order.length + 31) >> 5;
    this.qualified = indexBy(order, (group) => group.qualifications);
    this.inPrefecture = indexBy(order, (group) => [group.source.prefecture]);
    this.refusingCategory = indexBy(order, (group) => group.refusesCategories);
    this.refusingAllergen = indexBy(order, (group) => group.refusesAllergens);
    const isMeasured = (name: TemperatureClass) => order.some((group) => group.source.capacityMillilitres?.[name] !== undefined);
    this.isMeasured = { ambient: isMeasured('ambient'), chilled: isMeasured('chilled'), frozen: isMeasured('frozen') };
  }

  rowOf(lot: TerrainLot): GroupSet {
    const { requires, temperature, category, allergens } = lot.source;
    const size = this.isMeasured[temperature] ? (lot.source.caseMillilitres ?? 0) : 0;
    const prefectures = lot.prefectures && [...lot.prefectures];
    const freshness = lot.daysLeft === null ? null : this.freshness(lot, lot.daysLeft);
    const key = JSON.stringify([requires, prefectures, temperature, size, category, allergens, freshness?.key]);
    return this.once(key, () => {
      const row = this.withStorage(temperature, size).slice();
      for (const name of requires ?? []) keep(row, this.setOf(this.qualified.get(name)));
      if (prefectures !== null) keep(row, this.setOf(prefectures.flatMap((name) => this.inPrefecture.get(name) ?? [])));
      if (category !== undefined) drop(row, this.refusingCategory.get(category));
      for (const name of allergens ?? []) drop(row, this.refusingAllergen.get(name));
      if (freshness !== null) keep(row, this.setOf(freshness.places.slice(0, freshness.count)));
      return row;
    });
  }

  private withStorage(temperature: TemperatureClass, size: number): GroupSet {
    return this.once(`${temperature} ${size}`, () =>
      this.setOf(this.order.flatMap((group, place) => (hasStorage(group, temperature, size) ? [place] : []))),
    );
  }

  /** A lot of a hub and a minimum is fresh enough for the groups that ask for the fewest days, as many of them as its date allows. */
  private freshness(
    lot: TerrainLot,
    daysLeft: number,
  ): { readonly key: string; readonly places: readonly number[]; readonly count: number } {
    const name = JSON.stringify([lot.source.hub ?? null, lot.source.minDaysOnArrival ?? 0]);
    let known = this.byDaysAsked.get(name);
    if (known === undefined) {
      const asked = this.order.map((group) => daysAsked(lot, group));
      const places = [...asked.keys()].sort((a, b) => (asked[a] as number) - (asked[b] as number));
      known = { places, days: places.map((place) => asked[place] as number) };
      this.byDaysAsked.set(name, known);
    }
    const count = countUpTo(known.days, daysLeft);
    return { key: `${name} ${count}`, places: known.places, count };
  }

  private setOf(places: readonly number[] = []): GroupSet {
    const set = new Uint32Array(this.words);
    for (const place of places) set[place >> 5] = (set[place >> 5] as number) | (1 << (place & 31));
    return set;
  }

  private once(key: string, make: () => GroupSet): GroupSet {
    let set = this.found.get(key);
    if (set === undefined) {
      set = make();
      this.found.set(key, set);
    }
    return set;
  }
}

function indexBy(order: readonly TerrainGroup[], namesOf: (group: TerrainGroup) => Iterable<string>): Index {
  const index = new Map<string, number[]>();
  for (const [place, group] of order.entries()) {
    for (const name of namesOf(group)) {
      const places = index.get(name);
      if (places === undefined) index.set(name, [place]);
      else places.push(place);
    }
  }
  return index;
}

function hasStorage({ source }: TerrainGroup, temperature: TemperatureClass, size: number): boolean {
  const millilitres = source.capacityMillilitres?.[temperature];
  return source.capacityCases?.[temperature] !== 0 && (millilitres === undefined || (millilitres > 0 && millilitres >= size));
}

function daysAsked({ source }: TerrainLot, group: TerrainGroup): number {
  const transit = source.hub === null || source.hub === undefined ? 0 : (group.transitDays.get(source.hub) ?? 0);
  return transit + Math.max(source.minDaysOnArrival ?? 0, group.source.minDaysOnArrival ?? 0);
}

function keep(row: GroupSet, set: GroupSet): void {
  for (let w = 0; w < row.length; w++) row[w] = (row[w] as number) & (set[w] as number);
}

function drop(row: GroupSet, places: readonly number[] = []): void {
  for (const place of places) row[place >> 5] = (row[place >> 5] as number) & ~(1 << (place & 31));
}

/** How many of the numbers, which ascend, are no more than `most`. */
function countUpTo(ascending: readonly number[], most: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] as number) <= most) low = middle + 1;
    else high = middle;
  }
  return low;
}
