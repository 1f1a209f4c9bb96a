import { readdirSync, readFileSync } from 'node:fs';

const SOURCE = new URL('../src/', import.meta.url);

function importsOf(folder: string): string[] {
  const files = readdirSync(new URL(folder, SOURCE), { recursive: true, encoding: 'utf8' });
  const texts = files
    .filter((file) => /(?<!\.spec)\.ts$/.test(file))
    .map((file) => readFileSync(new URL(`${folder}${file}`, SOURCE), 'utf8'));
  return texts.flatMap((text) => [...text.matchAll(/^(?:import|export|\}) .*from '(.+)';$/gm)].map((match) => match[0]));
}

it('the checker shares types, wording and the kernel with the solver, and no code', () => {
  const shared = importsOf('verify/').filter((line) => !/from '(\.\/|@wakachi\/kernel)/.test(line));
  const code = shared.filter((line) => !line.startsWith('import type'));
  expect(shared.length).toBeGreaterThan(10);
  expect(code.sort()).toEqual([
    "import { reasonText } from '../text/reason-text.js';",
    "import { tightSetText } from '../text/tight-set-text.js';",
  ]);
});

it('the lib imports nothing but itself and the kernel', () => {
  const foreign = importsOf('./').filter((line) => !/from '(\.{1,2}\/|@wakachi\/kernel)/.test(line));
  expect(foreign).toEqual([]);
});
