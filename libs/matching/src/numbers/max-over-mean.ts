import type { Quotient } from '../report/gini.js';
import { commonMultiple } from './common-multiple.js';
import { sixPlaces } from './six-places.js';

/** The largest over the mean of all: max · n / Σ. Exact, over a common denominator; six places. */
export function maxOverMean(quotients: readonly Quotient[]): string {
  const multiple = commonMultiple(quotients.map(({ denominator }) => denominator));
  let [most, sum] = [0n, 0n];
  for (const { numerator, denominator } of quotients) {
    const scaled = BigInt(numerator) * (multiple / BigInt(denominator));
    sum += scaled;
    if (scaled > most) most = scaled;
  }
  return sixPlaces(most * BigInt(quotients.length), sum);
}
