import type { TemperatureClass } from '@wakachi/kernel';
import type { TerrainGroup, TerrainLot } from './terrain.js';

/** Groups as bits: the group at place 32w + i is bit i of word w. */
export type GroupSet = Uint32Array;

/**
 * The groups that the rules on properties let have a lot, all of them at once: every property that a lot can have stands for a
 * set of groups, found once, and a lot's groups are what its properties have in common. Lots with the same properties share one
 * set, which nobody may change. What is said about single pairs (exclusions, locks, requests) and the minimum of a lot are not
 * in it. `failingRule` says the same of one pair, with the reason; a test holds the two together.
 */
export class EligibilityRows {
  private readonly found = new Map<string, GroupSet>();
  private readonly everybody: GroupSet;

  /** @param order the groups by place */
  constructor(private readonly order: readonly TerrainGroup[]) {
    this.everybody = this.groupsWhere(() => true);
  }

  rowOf(lot: TerrainLot): GroupSet {
    const { requires, temperature, caseMillilitres, category, allergens, hub } = lot.source;
    const leastDays = lot.source.minDaysOnArrival ?? 0;
    const key = JSON.stringify([
      requires,
      lot.prefectures && [...lot.prefectures],
      temperature,
      caseMillilitres,
      category,
      allergens,
      lot.daysLeft !== null && [hub, lot.daysLeft, leastDays],
    ]);
    return this.once(key, () => {
      const sets = [
        ...(requires ?? []).map((name) => this.once(`q ${name}`, () => this.groupsWhere((group) => group.qualifications.has(name)))),
        ...(lot.prefectures ? [this.inPrefectures(lot.prefectures)] : []),
        this.once(`t ${temperature} ${caseMillilitres}`, () =>
          this.groupsWhere((group) => hasStorage(group, temperature, caseMillilitres ?? 0)),
        ),
        ...(category === undefined
          ? []
          : [this.once(`c ${category}`, () => this.groupsWhere((group) => !group.refusesCategories.has(category)))]),
        ...(allergens ?? []).map((name) => this.once(`a ${name}`, () => this.groupsWhere((group) => !group.refusesAllergens.has(name)))),
        ...(lot.daysLeft === null ? [] : [this.fresh(hub ?? null, lot.daysLeft, leastDays)]),
      ];
      return common(this.everybody, sets);
    });
  }

  private inPrefectures(prefectures: ReadonlySet<string>): GroupSet {
    const union = new Uint32Array(this.everybody.length);
    for (const name of prefectures) {
      const set = this.once(`p ${name}`, () => this.groupsWhere((group) => group.source.prefecture === name));
      for (let w = 0; w < union.length; w++) union[w] = (union[w] as number) | (set[w] as number);
    }
    return union;
  }

  /** By the days that a group loses in transit and wants to have left; there are few different ones. */
  private fresh(hub: string | null, daysLeft: number, leastOfLot: number): GroupSet {
    return this.once(`d ${JSON.stringify([hub, daysLeft, leastOfLot])}`, () =>
      this.groupsWhere((group) => {
        const transit = hub === null ? 0 : (group.transitDays.get(hub) ?? 0);
        return daysLeft - transit >= Math.max(leastOfLot, group.source.minDaysOnArrival ?? 0);
      }),
    );
  }

  private groupsWhere(holds: (group: TerrainGroup) => boolean): GroupSet {
    const set = new Uint32Array((this.order.length + 31) >> 5);
    for (const [place, group] of this.order.entries())
      if (holds(group)) set[place >> 5] = (set[place >> 5] as number) | (1 << (place & 31));
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

function hasStorage(group: TerrainGroup, temperature: TemperatureClass, caseMillilitres: number): boolean {
  const { capacityCases, capacityMillilitres } = group.source;
  const millilitres = capacityMillilitres?.[temperature];
  return capacityCases?.[temperature] !== 0 && (millilitres === undefined || (millilitres > 0 && millilitres >= caseMillilitres));
}

function common(everybody: GroupSet, sets: readonly GroupSet[]): GroupSet {
  const row = everybody.slice();
  for (const set of sets) for (let w = 0; w < row.length; w++) row[w] = (row[w] as number) & (set[w] as number);
  return row;
}
