import * as fc from 'fast-check';
import { allocate, PolicyNotBuilt, ProblemMalformed, parseProblem, verifySolution } from '../src/index.js';
import { randomProblem } from './random-problem.js';

/** What somebody might write where something else belongs. */
const oddValue = fc.oneof(
  fc.constantFrom(null, true, '', '0', '🍚', -1, 0, 1.5, 2 ** 53, -(2 ** 53), 1e308, '2026-02-30', '__proto__', 'leximin'),
  fc.constantFrom([], {}, [null], [[]], { id: 'L1' }, 'x'.repeat(65)),
  // Lot by lot and the queue walk case by case: a lot of 2^31 cases is no crash, but minutes.
  fc.integer({ max: 100_000 }),
  fc.string(),
);

/** Walks to a node by dice and puts, drops, repeats or renames what is there. */
function damage(node: unknown, dice: number[], value: unknown): unknown {
  const [die = 0, ...rest] = dice;
  if (typeof node !== 'object' || node === null || rest.length === 0) return value;
  const keys = Object.keys(node);
  if (keys.length === 0) return value;
  const key = keys[die % keys.length] as string;
  const changed = structuredClone(node) as Record<string, unknown> & unknown[];
  if (rest.length > 2 || die % 4 > 1) changed[key as never] = damage(changed[key as never], rest, value) as never;
  else if (Array.isArray(changed)) changed.push(structuredClone(changed[Number(key)]) as never);
  else if (die % 4 === 0) delete changed[key as never];
  else changed[`${key}s` as never] = value as never;
  return changed;
}

function scratch(text: string, cuts: readonly (readonly [number, string])[]): string {
  return cuts.reduce((scratched, [at, put]) => {
    const place = at % (scratched.length + 1);
    return scratched.slice(0, place) + put + scratched.slice(place + (at % 3));
  }, text);
}

/** Either a clear refusal in both languages, or a problem that is solved and checked like any other. */
function readsOrRefuses(text: string): 'read' | 'refused' {
  try {
    const problem = parseProblem(text);
    expect(verifySolution(problem, allocate(problem))).toEqual([]);
    return 'read';
  } catch (error) {
    if (error instanceof PolicyNotBuilt) return 'read';
    if (!(error instanceof ProblemMalformed)) throw error;
    expect(error.pointer).toMatch(/^(\/.*)?$/s);
    for (const line of [error.text.ja, error.text.en]) expect(line).toMatch(/^[^\n]+$/);
    return 'refused';
  }
}

describe('whatever is read', () => {
  it('as a problem with something out of place is refused in one line, or solved', () => {
    const seen = { read: 0, refused: 0 };
    const dice = fc.array(fc.nat(1_000), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(randomProblem, dice, oddValue, (problem, path, value) => {
        seen[readsOrRefuses(JSON.stringify(damage(problem, path, value)))] += 1;
      }),
      { numRuns: 1_000 },
    );
    expect(Math.min(seen.read, seen.refused)).toBeGreaterThan(50);
  });

  it('as a text with scratches is refused in one line, or solved', () => {
    const cuts = fc.array(
      fc.tuple(fc.nat(), fc.oneof(fc.string({ maxLength: 3 }), fc.constantFrom('"', '\\', '{', ']', '\ud800', '\0', ','))),
      {
        minLength: 1,
        maxLength: 4,
      },
    );
    fc.assert(
      fc.property(randomProblem, cuts, (problem, marks) => {
        readsOrRefuses(scratch(JSON.stringify(problem), marks));
      }),
      { numRuns: 1_000 },
    );
  });

  it('as anything at all is refused in one line', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => expect(readsOrRefuses(text)).toBe('refused')),
      { numRuns: 1_000 },
    );
  });
});
