const SCALE = 1_000_000n;

/** The quotient with six decimal places, half up. Exact: no double is involved. Neither is negative; 0 parts of 0 is 0. */
export function sixPlaces(numerator: bigint, denominator: bigint): string {
  if (denominator === 0n) return '0.000000';
  const millionths = (numerator * SCALE * 2n + denominator) / (denominator * 2n);
  return `${millionths / SCALE}.${String(millionths % SCALE).padStart(6, '0')}`;
}
