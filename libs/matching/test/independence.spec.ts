import { readdirSync, readFileSync } from 'node:fs';

const SOURCE = new URL('../src/', import.meta.url);

interface Import {
  readonly text: string;
  /** From the source folder for a file of the lib, else the name of the package. */
  readonly target: string;
}

function importsOf(folder: string): Import[] {
  const files = readdirSync(new URL(folder, SOURCE), { recursive: true, encoding: 'utf8' }).filter((file) => /(?<!\.spec)\.ts$/.test(file));
  return files.flatMap((file) => {
    const at = new URL(`${folder}${file}`, SOURCE);
    return [...readFileSync(at, 'utf8').matchAll(/^(?:import|export|\}) .*from '(.+)';$/gm)].map(([text, from = '']) => {
      const target = from.startsWith('.') ? new URL(from, at).href.replace(SOURCE.href, '') : from;
      return { text, target };
    });
  });
}

it('the checker shares types, wording and the kernel with the solver, and no code', () => {
  const shared = importsOf('verify/').filter(({ target }) => !/^(verify\/|@wakachi\/kernel$)/.test(target));
  const code = shared.filter(({ text }) => !text.startsWith('import type'));
  expect(shared.length).toBeGreaterThan(10);
  expect([...new Set(code.map(({ target }) => target))].sort()).toEqual(['text/reason-text.js', 'text/tight-set-text.js']);
});

it('the lib imports nothing but itself and the kernel', () => {
  const foreign = importsOf('./').filter(
    ({ target }) => /^(\.|file:)/.test(target) || (!/\.js$/.test(target) && target !== '@wakachi/kernel'),
  );
  expect(foreign).toEqual([]);
});
