/** Six decimal places, half up, by long division. Nothing over nothing is 0. */
export function decimal(numerator: bigint, denominator: bigint): string {
  if (denominator === 0n) return '0.000000';
  const scaled = numerator * 1_000_000n;
  const rounded = scaled / denominator + ((scaled % denominator) * 2n >= denominator ? 1n : 0n);
  const digits = rounded.toString().padStart(7, '0');
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`;
}
