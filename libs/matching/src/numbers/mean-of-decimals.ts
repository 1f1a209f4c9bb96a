import { millionths } from './millionths.js';
import { sixPlaces } from './six-places.js';

/** The mean of decimals with six places, itself with six, half up; of none, 0. */
export function meanOfDecimals(decimals: readonly string[]): string {
  const sum = decimals.reduce((total, decimal) => total + millionths(decimal), 0n);
  return sixPlaces(sum, BigInt(decimals.length) * 1_000_000n);
}
