import { commonMultiple } from '../numbers/common-multiple.js';
import { sixPlaces } from '../numbers/six-places.js';

export interface Quotient {
  readonly numerator: number;
  readonly denominator: number;
}

/**
 * Gini of levels in ascending order, unweighted: Σ (2i − n − 1)·xᵢ / (n·Σ xᵢ). Over a common denominator all of it is whole
 * numbers, so that the sixth place is the same on every machine. All levels 0 count as equal.
 */
export function gini(ascending: readonly Quotient[]): string {
  const multiple = commonMultiple(ascending.map((level) => level.denominator));
  let weighted = 0n;
  let total = 0n;
  for (const [i, level] of ascending.entries()) {
    const scaled = BigInt(level.numerator) * (multiple / BigInt(level.denominator));
    weighted += BigInt(2 * (i + 1) - ascending.length - 1) * scaled;
    total += scaled;
  }
  return sixPlaces(weighted, BigInt(ascending.length) * total);
}
