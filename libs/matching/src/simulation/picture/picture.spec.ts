import * as fc from 'fast-check';
import { simulate, simulationPicture } from '../../index.js';
import { scaleFor } from './scale.js';
import { spread } from './spread.js';
import { pixels } from './svg.js';

/** Names of the elements of an XML document in the order in which they open. Throws when they don't nest, or a text holds a bare & or <. */
function elementsOf(document: string): string[] {
  const open: string[] = [];
  const seen: string[] = [];
  const rest = document.replace(
    /<(\/?)([a-z]+)((?: [a-zA-Z0-9:-]+="[^"<]*")*)(\/?)>/g,
    (_, end: string, name: string, __, empty: string) => {
      if (end && open.pop() !== name) throw new Error(`${name} closes nothing`);
      if (!end) seen.push(name);
      if (!end && !empty) open.push(name);
      return '';
    },
  );
  if (open.length > 0 || /[<>]|&(?!(?:amp|lt|gt|quot);)/.test(rest)) throw new Error('not well-formed');
  return seen;
}

describe('the picture of a simulation', () => {
  const picture = simulationPicture(simulate({ seed: 's', rounds: 13, groups: 6, policies: ['leximin', 'queue', 'pro-rata'] }));

  it('is well-formed, and says in words what it shows', () => {
    expect(elementsOf(picture).slice(0, 3)).toEqual(['svg', 'title', 'desc']);
    expect(picture).toContain('<title id="title">配分方針の比較: 13 回、6 団体、シード s</title>');
  });

  it('has in each of its two panels a line for each policy, told apart without colour, with its name', () => {
    const dashes = [...picture.matchAll(/<polyline [^>]*stroke-dasharray="([^"]+)"/g)].map(([, pattern]) => pattern);
    expect(dashes).toHaveLength(6);
    expect(new Set(dashes).size).toBe(3);
    for (const name of ['既定 leximin', '按分 pro-rata', '順番 queue']) expect(picture.split(name)).toHaveLength(3);
  });

  it('has a point for each round, within its frame', () => {
    for (const [, points = ''] of picture.matchAll(/points="([^"]+)"/g)) {
      const pairs = points.split(' ').map((pair) => pair.split(',').map(Number));
      expect(pairs).toHaveLength(13);
      for (const [x = 0, y = 0] of pairs) expect(x >= 70 && x <= 800 && y >= 70 && y <= 660).toBe(true);
    }
  });

  it('draws one round too, and a seed that would be markup', () => {
    const { runs, settings } = simulate({ seed: 's', rounds: 1, groups: 3, policies: ['queue'] });
    expect(elementsOf(simulationPicture({ runs, settings: { ...settings, seed: '<&">' } }))).toContain('polyline');
  });
});

it.each([
  [0, 1_000, 1_000],
  [6_000, 1_000, 6_000],
  [6_001, 2_000, 8_000],
  [123_456, 50_000, 150_000],
  [1_000_000, 200_000, 1_000_000],
])('an axis up to %d has ticks every %d, up to %d', (largest, step, top) => {
  expect(scaleFor(largest)).toEqual({ step, top });
});

it('labels stand at least their gap apart and not below the lowest place, in the order of their lines', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(300), { minLength: 1, maxLength: 6 }), (wanted) => {
      const places = spread(wanted, 16, 300).map((place, i) => ({ place, wanted: wanted[i] as number }));
      const ordered = places.toSorted((a, b) => a.place - b.place);
      for (const [i, { place, wanted }] of ordered.entries()) {
        const above = ordered[i - 1];
        expect(place).toBeLessThanOrEqual(300);
        if (above) expect(place - above.place >= 16 && wanted >= above.wanted).toBe(true);
      }
    }),
  );
});

it('labels with room stay where they want to be', () => {
  expect(spread([100, 10, 50], 16, 300)).toEqual([100, 10, 50]);
});

it.each([
  [700, '70.0'],
  [4_321, '432.1'],
])('%d tenths of a pixel are %s', (tenths, written) => {
  expect(pixels(tenths)).toBe(written);
});
