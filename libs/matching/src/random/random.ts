import { assert, canonicalJson, sha256 } from '@wakachi/kernel';
import { xoshiro128 } from './xoshiro128.js';

const RANGE = 2 ** 32;

/** Whole numbers that look random and are the same on every machine. Each purpose has a stream of its own, so that one more draw for one changes nothing of the others. */
export class Random {
  private readonly next: () => number;

  /** The first 128 bits of SHA-256 over the canonical JSON of `[seed, ...purpose]` are the state. */
  constructor(seed: string, ...purpose: readonly (string | number)[]) {
    const hash = sha256(canonicalJson([seed, ...purpose]));
    const word = (i: number) => Number.parseInt(hash.slice(8 * i, 8 * i + 8), 16);
    this.next = xoshiro128([word(0), word(1), word(2), word(3)]);
  }

  /** From 0 to bound − 1, each equally likely: draws from the last, incomplete stretch of 2^32 are thrown away. */
  below(bound: number): number {
    assert(Number.isInteger(bound) && bound >= 1 && bound <= RANGE, 'a bound is a whole number from 1 to 2^32');
    const usable = RANGE - (RANGE % bound);
    for (;;) {
      const drawn = this.next();
      if (drawn < usable) return drawn % bound;
    }
  }

  /** Both ends included. */
  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  /** True so many times in a hundred. */
  chance(percent: number): boolean {
    return this.below(100) < percent;
  }

  /** One entry, as likely as its weight says. */
  pick<T extends { readonly weight: number }>(entries: readonly T[]): T {
    let left = this.below(entries.reduce((sum, { weight }) => sum + weight, 0));
    for (const entry of entries) {
      if (left < entry.weight) return entry;
      left -= entry.weight;
    }
    throw new Error('the weights come to more than was drawn');
  }
}
