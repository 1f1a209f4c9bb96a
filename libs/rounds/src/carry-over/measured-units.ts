import type { Lot } from '@wakachi/donations';
import type { Measure } from '@wakachi/matching';

type Sized = Pick<Lot, 'unitsPerCase' | 'caseGrams' | 'bookUnitYen'>;

/** Units of a lot in the measure, rounded down. A lot without a weight or a value, where that is what counts, counts nothing. */
export function measuredUnits(measure: Measure, lot: Sized, units: number): number {
  const ofCase = { cases: 1, units: lot.unitsPerCase, grams: lot.caseGrams ?? 0, yen: (lot.bookUnitYen ?? 0) * lot.unitsPerCase };
  return Number((BigInt(units) * BigInt(ofCase[measure])) / BigInt(lot.unitsPerCase));
}
