import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from './cruise.js';
import { errorsIn, raisedErrors } from './domain-error-slugs.js';

const errors = raisedErrors();
const pages = readdirSync(join(ROOT, 'docs/problems')).filter((file) => file !== 'README.md');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

describe('docs/problems', () => {
  it.each([
    ["super('gone-wrong', 'conflict', text)", ['gone-wrong']],
    ["super(\n  'gone-wrong',\n  'conflict')", ['gone-wrong']],
    ["const key = cake === 'late' ? 'too-late' : 'too-early';\n super(key, 'conflict')", ['too-late', 'too-early']],
    ["super(slugOf(cake), 'conflict')", []],
  ])('reads %j as %j', (body, slugs) => {
    const source = `export class Planted extends DomainError {\n constructor() {\n ${body};\n }\n}`;
    expect(errorsIn('planted.ts', source)).toEqual([{ error: 'Planted', file: 'planted.ts', slugs }]);
  });

  it('can read the slug of every DomainError in the source', () => {
    expect(errors.length).toBeGreaterThan(30);
    expect(errors.filter(({ slugs }) => slugs.length === 0)).toEqual([]);
  });

  it('has a page for every slug, and no page for a slug that is gone', () => {
    const slugs = new Set(errors.flatMap((error) => error.slugs));
    expect(pages.sort()).toEqual([...slugs].map((slug) => `${slug}.md`).sort());
  });

  it.each(pages)('%s says in both languages what happened and what to do', (page) => {
    const text = read(`docs/problems/${page}`);
    expect(text.split('\n')[0]).toBe(`# ${page.replace('.md', '')}`);
    expect(text).toMatch(/^## 日本語$/m);
    expect(text).toMatch(/^## English$/m);
  });

  it('lists every page in its README', () => {
    const listed = [...read('docs/problems/README.md').matchAll(/\]\(([a-z-]+\.md)\)/g)].map((match) => match[1]);
    expect(listed.sort()).toEqual(pages.sort());
  });
});

describe('the papers', () => {
  const libs = readdirSync(join(ROOT, 'libs'), { withFileTypes: true }).filter((entry) => entry.isDirectory());

  it.each(libs.map((lib) => lib.name))('libs/%s has a README', (lib) => {
    expect(existsSync(join(ROOT, 'libs', lib, 'README.md'))).toBe(true);
  });

  it('link to files that exist', () => {
    const papers = [
      ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' }).map((file) => `docs/${file}`),
      ...libs.map((lib) => `libs/${lib.name}/README.md`),
    ].filter((file) => file.endsWith('.md'));
    const links = papers.flatMap((paper) =>
      [...read(paper).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map((match) => join(dirname(paper), match[1] as string)),
    );
    expect(links.filter((link) => !existsSync(join(ROOT, link)))).toEqual([]);
  });
});

it('no tracked file names a folder of the machine that it was written on', () => {
  const needle = ['', 'work', ''].join('/');
  expect(trackedFiles().filter((file) => readFileSync(join(ROOT, file)).includes(needle))).toEqual([]);
});

/** Without a checkout (an unpacked archive) everything in the folders that hold tracked files. */
function trackedFiles(): string[] {
  const files = existsSync(join(ROOT, '.git'))
    ? execFileSync('git', ['-c', 'safe.directory=*', 'ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' }).split('\0')
    : ['apps', 'bin', 'docs', 'libs', 'samples', 'test'].flatMap((folder) =>
        readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
      );
  return files.filter((file) => file !== '' && statSync(join(ROOT, file), { throwIfNoEntry: false })?.isFile());
}
