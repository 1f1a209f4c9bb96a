import { readFile } from 'node:fs/promises';
import { comparePlans, comparisonTable, ENGINE, levelsTable, parseProblem } from '../src/index.js';

const page = (name: string) => readFile(new URL(`../../../docs/${name}`, import.meta.url), 'utf8');

describe('pages that the engine wrote', () => {
  it('the sample round is what this engine makes of it', async () => {
    const problem = parseProblem(await readFile(new URL('../../../samples/round-2023/problem.json', import.meta.url), 'utf8'));
    const comparison = comparePlans(problem, ['leximin', 'lot-by-lot', 'pro-rata', 'queue']);
    const written = await page('sample-round.md');
    expect(written).toContain(comparisonTable(comparison));
    expect(written).toContain(levelsTable(comparison));
  });

  it('the simulation was run by this engine', async () => {
    expect(await page('simulation.md')).toContain(ENGINE);
  });
});
