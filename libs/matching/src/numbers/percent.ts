/** "94.2": a hundredfold quotient with one decimal place, half up, exact. 0 parts of 0 is 0. */
export function percent(numerator: number, denominator: number): string {
  if (denominator === 0) return '0.0';
  const tenths = (BigInt(numerator) * 2000n + BigInt(denominator)) / (BigInt(denominator) * 2n);
  return `${tenths / 10n}.${tenths % 10n}`;
}
