import * as fc from 'fast-check';
import { Random } from './random.js';
import { xoshiro128 } from './xoshiro128.js';

it('xoshiro128** gives what its definition gives by hand from the state 1, 2, 3, 4', () => {
  const next = xoshiro128([1, 2, 3, 4]);
  expect([next(), next(), next()]).toEqual([11_520, 0, 5_927_040]);
});

it('its words stay whole numbers below 2^32', () => {
  const next = xoshiro128([0xffffffff, 0x9e3779b9, 7, 0x80000000]);
  for (let i = 0; i < 10_000; i++) {
    const word = next();
    expect(Number.isInteger(word) && word >= 0 && word < 2 ** 32).toBe(true);
  }
});

describe('random numbers', () => {
  it('are the same for the same seed and purpose, and others for another', () => {
    const draw = (...purpose: (string | number)[]) =>
      Array.from(
        { length: 8 },
        (
          (random) => () =>
            random.below(1_000)
        )(new Random('s', ...purpose)),
      );
    expect(draw('a', 1)).toEqual(draw('a', 1));
    expect(draw('a', 1)).not.toEqual(draw('a', 2));
    expect(draw('a', 1)).not.toEqual(draw('a1'));
  });

  it('stay within their bounds', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(1_000), fc.nat(1_000), (seed, least, extent) => {
        const drawn = new Random(seed).between(least, least + extent);
        expect(drawn >= least && drawn <= least + extent).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('fall about equally on each of six, and by weight where there are weights', () => {
    const random = new Random('dice');
    const sides = [0, 0, 0, 0, 0, 0];
    for (let i = 0; i < 6_000; i++) {
      const side = random.below(6);
      sides[side] = (sides[side] as number) + 1;
    }
    for (const side of sides) expect(Math.abs(side - 1_000)).toBeLessThan(150);
    let heavy = 0;
    for (let i = 0; i < 6_000; i++) if (random.pick([{ weight: 1 }, { weight: 5 }]).weight === 5) heavy += 1;
    expect(Math.abs(heavy - 5_000)).toBeLessThan(150);
  });

  it.each([0, -1, 1.5, 2 ** 33])('refuse the bound %d', (bound) => {
    expect(() => new Random('s').below(bound)).toThrow();
  });
});
