/**
 * Negative, 0 or positive as a/b is below, at or above c/d (b, d > 0), exactly. A product that stays below 2^53 is exact as
 * a double, and one that does not can never be rounded back below it, so only the large ones need big integers.
 */
export function compareQuotients(a: number, b: number, c: number, d: number): number {
  const left = a * d;
  const right = c * b;
  if (left <= Number.MAX_SAFE_INTEGER && right <= Number.MAX_SAFE_INTEGER) return left - right;
  const difference = BigInt(a) * BigInt(d) - BigInt(c) * BigInt(b);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
