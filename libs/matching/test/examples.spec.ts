import { readdirSync, readFileSync } from 'node:fs';
import { allocate, PolicyNotBuilt, parseProblem, parseSolution, serialiseSolution, verifySolution } from '../src/index.js';

const FOLDER = new URL('../../../docs/contracts/examples/', import.meta.url);
const names = readdirSync(FOLDER).flatMap((file) => /^(.+)\.problem\.json$/.exec(file)?.[1] ?? []);

function example(name: string) {
  const problem = parseProblem(readFileSync(new URL(`${name}.problem.json`, FOLDER), 'utf8'));
  const expected = JSON.parse(readFileSync(new URL(`${name}.expected.json`, FOLDER), 'utf8')) as { placed: number };
  return { problem, expected };
}

describe("the contract's examples", () => {
  it('are five', () => {
    expect(names).toHaveLength(5);
  });

  it.each(names)('%s: lot by lot places no more than can be placed, and the checker accepts it', (name) => {
    const { problem, expected } = example(name);
    const byHand = { ...problem, policy: 'lot-by-lot' as const };
    const solution = parseSolution(serialiseSolution(allocate(byHand)));
    expect(verifySolution(byHand, solution)).toEqual([]);
    expect(solution.metrics.placed).toBeLessThanOrEqual(expected.placed);
    expect(solution.metrics.placed).toBeGreaterThan(0);
  });

  it('ask for leximin by default, which is refused and not replaced', () => {
    const { problem } = example(names[0] as string);
    expect(() => allocate(problem)).toThrow(PolicyNotBuilt);
  });
});
