/** The least number that every divisor divides, so that fractions over them become whole numbers. */
export function commonScale(divisors: readonly bigint[]): bigint {
  return [...new Set(divisors)].reduce((scale, divisor) => {
    let [a, b] = [divisor, scale % divisor];
    while (b !== 0n) [a, b] = [b, a % b];
    return (scale / a) * divisor;
  }, 1n);
}
