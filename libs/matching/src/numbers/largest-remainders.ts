/**
 * `amount` in whole parts in proportion to the weights: each its quota rounded down, and one more for the largest remainders,
 * equal ones in the order given (Hamilton's method). The parts come to `amount`, unless there are no weights; `amount` times
 * the sum of the weights must be below 2^53.
 */
export function largestRemainders(amount: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const remainders = weights.map((weight) => (amount * weight) % total);
  const parts = weights.map((weight, i) => (amount * weight - (remainders[i] as number)) / total);
  const rest = parts.reduce((left, part) => left - part, amount);
  for (const i of largest(remainders, rest)) parts[i] = (parts[i] as number) + 1;
  return parts;
}

/** Places of the so many largest numbers, equal ones as they come. Sorting the numbers alone is many times faster than sorting places. */
function largest(numbers: readonly number[], count: number): number[] {
  if (count === 0) return [];
  const ascending = Float64Array.from(numbers).sort();
  const least = ascending[numbers.length - count] as number;
  const above = numbers.flatMap((number, i) => (number > least ? [i] : []));
  const level = numbers.flatMap((number, i) => (number === least ? [i] : []));
  return [...above, ...level.slice(0, count - above.length)];
}
