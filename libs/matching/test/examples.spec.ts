import { readdirSync, readFileSync } from 'node:fs';
import { allocate, parseProblem, parseSolution, serialiseSolution, verifySolution } from '../src/index.js';

const FOLDER = new URL('../../../docs/contracts/examples/', import.meta.url);
const names = readdirSync(FOLDER).flatMap((file) => /^(.+)\.problem\.json$/.exec(file)?.[1] ?? []);

function example(name: string) {
  const problem = parseProblem(readFileSync(new URL(`${name}.problem.json`, FOLDER), 'utf8'));
  const expected = JSON.parse(readFileSync(new URL(`${name}.expected.json`, FOLDER), 'utf8')) as { placed: number; levels: string[] };
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

  it.each(names)('%s: leximin places what can be placed, at the levels that every right answer has', (name) => {
    const { problem, expected } = example(name);
    const solution = parseSolution(serialiseSolution(allocate(problem)));
    expect(solution.metrics.placed).toBe(expected.placed);
    expect(solution.levels.map(({ level }) => level).sort(byLevel)).toEqual(expected.levels);
    expect(solution.certificate).toMatchObject({ exact: true, placedBound: expected.placed, shortfall: '0/1' });
  });
});

function byLevel(a: string, b: string): number {
  const [[an = 0, ad = 1], [bn = 0, bd = 1]] = [a.split('/').map(Number), b.split('/').map(Number)];
  return an * bd - bn * ad;
}
