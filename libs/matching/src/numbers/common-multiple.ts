/** The least common multiple, exact however large. */
export function commonMultiple(numbers: Iterable<number>): bigint {
  let multiple = 1n;
  for (const number of new Set(numbers)) {
    const factor = BigInt(number);
    multiple *= factor / greatestCommonDivisor(factor, multiple % factor);
  }
  return multiple;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y > 0n) [x, y] = [y, x % y];
  return x;
}
