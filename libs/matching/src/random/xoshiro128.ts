/** Four 32-bit words, not all of them 0. */
export type Xoshiro128State = readonly [number, number, number, number];

/**
 * xoshiro128** 1.1 (Blackman and Vigna, "Scrambled linear pseudorandom number generators", 2018; their reference code is in
 * the public domain): the next call gives the next whole number from 0 to 2^32 − 1. Integer arithmetic only.
 */
export function xoshiro128(state: Xoshiro128State): () => number {
  let [a, b, c, d] = state;
  return () => {
    const result = Math.imul(rotated(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotated(d, 11);
    return result;
  };
}

function rotated(word: number, places: number): number {
  return (word << places) | (word >>> (32 - places));
}
