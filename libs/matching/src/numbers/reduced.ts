/** "6/5", "0/1": a fraction in lowest terms. Exact however large. */
export function reduced(numerator: number | bigint, denominator: number | bigint): string {
  const [above, below] = [BigInt(numerator), BigInt(denominator)];
  let [divisor, rest] = [above, below];
  while (rest > 0n) [divisor, rest] = [rest, divisor % rest];
  return `${above / divisor}/${below / divisor}`;
}
