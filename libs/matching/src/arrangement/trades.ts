import type { TemperatureClass } from '@wakachi/kernel';
import type { Plan } from '../plan/plan.js';
import type { TerrainLot } from '../rules/terrain.js';

/** The most cases of a lot for which the fewest of another are worth the same. */
const MOST_CASES = 12;

/** So many cases of one lot are worth so many of another: the fewest that are. */
export interface Rate {
  readonly given: number;
  readonly taken: number;
}

interface Kind {
  readonly lots: number[];
  readonly measure: number;
}

/**
 * Which lots may change places at all, and at what rate, so that no level changes. Where nothing is left over, any two that are
 * worth the same in a few cases. Where something is, no room may come to be for it: then only lots that are placed in full, case
 * for case, of one worth, one class, and one size where sizes count.
 */
export class Trades {
  readonly nothingLeft: boolean;
  private readonly kindOf: readonly Kind[];
  private readonly partners = new Map<Kind, readonly number[]>();
  private readonly isMeasured: ReadonlySet<TemperatureClass>;
  private readonly kinds: readonly Kind[];

  constructor(private readonly plan: Plan) {
    const { lots, groups } = plan.terrain;
    this.nothingLeft = lots.every((lot) => plan.left(lot) === 0);
    this.isMeasured = new Set(groups.flatMap(({ source }) => Object.keys(source.capacityMillilitres ?? {})) as TemperatureClass[]);
    const kinds = new Map<string, Kind>();
    this.kindOf = lots.map((lot) => {
      const name = this.kindName(lot);
      const kind = kinds.get(name) ?? { lots: [], measure: lot.measure };
      kinds.set(name, kind);
      kind.lots.push(lot.index);
      return kind;
    });
    this.kinds = [...kinds.values()];
  }

  /** The lots for which this one may be given, itself among them. */
  partnersOf(lot: number): readonly number[] {
    const kind = this.kindOf[lot] as Kind;
    let partners = this.partners.get(kind);
    if (partners === undefined) {
      partners = this.nothingLeft ? this.kinds.filter((other) => rateOf(kind, other) !== null).flatMap(({ lots }) => lots) : kind.lots;
      this.partners.set(kind, partners);
    }
    return partners;
  }

  /** Of two that are partners. */
  rate(gives: number, takes: number): Rate {
    return rateOf(this.kindOf[gives] as Kind, this.kindOf[takes] as Kind) as Rate;
  }

  private kindName(lot: TerrainLot): string {
    if (this.nothingLeft) return String(lot.measure);
    if (this.plan.left(lot) > 0) return `only lot ${lot.index}`;
    const { temperature, caseMillilitres } = lot.source;
    return `${lot.measure} ${temperature} ${this.isMeasured.has(temperature) ? caseMillilitres : ''}`;
  }
}

function rateOf(a: Kind, b: Kind): Rate | null {
  const divisor = greatestCommonDivisor(a.measure, b.measure);
  const rate = { given: b.measure / divisor, taken: a.measure / divisor };
  return Math.max(rate.given, rate.taken) <= MOST_CASES ? rate : null;
}

function greatestCommonDivisor(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y > 0) [x, y] = [y, x % y];
  return x;
}
