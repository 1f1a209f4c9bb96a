import * as fc from 'fast-check';
import { commonMultiple } from './common-multiple.js';
import { compareQuotients } from './compare-quotients.js';
import { largestRemainders } from './largest-remainders.js';
import { reduced } from './reduced.js';
import { sixPlaces } from './six-places.js';

const count = fc.nat(Number.MAX_SAFE_INTEGER);
const divisor = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });

it('quotients compare as big integers do, also where their products pass 2^53', () => {
  fc.assert(
    fc.property(count, divisor, count, divisor, (a, b, c, d) => {
      expect(Math.sign(compareQuotients(a, b, c, d))).toBe(
        Number(BigInt(a) * BigInt(d) > BigInt(c) * BigInt(b)) - Number(BigInt(a) * BigInt(d) < BigInt(c) * BigInt(b)),
      );
    }),
  );
});

it.each([
  [0, 7, '0/1'],
  [7, 7, '1/1'],
  [144, 120, '6/5'],
])('%d over %d is %s in lowest terms', (numerator, denominator, text) => {
  expect(reduced(numerator, denominator)).toBe(text);
});

it.each<[bigint, bigint, string]>([
  [1n, 3n, '0.333333'],
  [2n, 3n, '0.666667'],
  [5n, 10_000_000n, '0.000001'],
  [4_999_999n, 10_000_000_000_000n, '0.000000'],
  [25n, 2n, '12.500000'],
  [0n, 0n, '0.000000'],
])('%d over %d is %s at six places', (numerator, denominator, text) => {
  expect(sixPlaces(numerator, denominator)).toBe(text);
});

it('the common multiple of nothing is 1, and of 4, 6 and 6 is 12', () => {
  expect(commonMultiple([])).toBe(1n);
  expect(commonMultiple([4, 6, 6])).toBe(12n);
});

it.each([
  [10, [5, 3, 1], [6, 3, 1]],
  [3, [1, 1], [2, 1]],
  [0, [2, 1], [0, 0]],
  [7, [], []],
])('%d by largest remainders of the weights %j is %j', (amount, weights, parts) => {
  expect(largestRemainders(amount, weights)).toEqual(parts);
});

it('parts by largest remainders come to the amount, each within one of its quota', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 1 }), (amount, weights) => {
      const parts = largestRemainders(amount, weights);
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amount);
      for (const [i, part] of parts.entries()) expect(Math.abs(part * total - amount * (weights[i] as number))).toBeLessThan(total);
    }),
  );
});
