import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DCLinter } from 'dclint';
import { validate } from 'dockerfile-utils';
import { commands } from '../../apps/cli/src/commands.js';
import { ROOT } from './cruise.js';

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const compose = read('docker-compose.yml');
const dockerfile = read('Dockerfile');

/** `{ line, message }` of whatever Docker would not build, or would warn of. */
const faultsOf = (text: string) => validate(text).map(({ range, message }) => `${range.start.line + 1}: ${message}`);

function lint(file: string): string[] {
  const linter = new DCLinter({ rules: {}, quiet: false, debug: false, exclude: [] });
  const results = linter.lintFiles([file], false) as { messages: { line: number; message: string }[] }[];
  return results.flatMap(({ messages }) => messages.map(({ line, message }) => `${line}: ${message}`));
}

describe('the Dockerfile', () => {
  it('has no fault that its linter knows', () => expect(faultsOf(dockerfile)).toEqual([]));

  it.each(['COPPY . .', 'from node:22', 'MAINTAINER somebody', 'EXPOSE eighty'])('would not pass with %j', (line) => {
    expect(faultsOf(`${dockerfile}${line}\n`)).toHaveLength(1);
  });

  it('runs as an ordinary user, and copies what is there', () => {
    expect(dockerfile.split('\n').filter((line) => /^(?:USER|CMD)/.test(line))[0]).toBe('USER node');
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, sources]) => (sources as string).split(' '));
    expect(copied.length).toBeGreaterThan(5);
    const let_in = read('.dockerignore');
    expect(copied.filter((source) => !existsSync(join(ROOT, source)) || !let_in.includes(`!${source}\n`))).toEqual([]);
  });
});

describe('docker-compose.yml', () => {
  it('has no fault that its linter knows', () => expect(lint(join(ROOT, 'docker-compose.yml'))).toEqual([]));

  it.each([
    ['a second service on one port', "ports:\n      - '127.0.0.1:5432:5432'", "ports:\n      - '127.0.0.1:3000:5432'"],
    ['a port open to everybody', "'127.0.0.1:3000:3000'", "'3000:3000'"],
    ['a key that Compose does not know', 'stop_grace_period', 'stop_grace_perriod'],
    ['an image of any version', 'postgres:18', 'postgres:latest'],
  ])('would not pass with %s', (_, right, wrong) => {
    const folder = mkdtempSync(join(tmpdir(), 'wakachi-compose-'));
    expect(compose).toContain(right);
    writeFileSync(join(folder, 'docker-compose.yml'), compose.replace(right, wrong));
    expect(lint(join(folder, 'docker-compose.yml'))).not.toEqual([]);
    rmSync(folder, { recursive: true });
  });

  it('sets only variables that the README explains and, of ours, the code reads', () => {
    const set = [...compose.matchAll(/^\s+([A-Z_]+): /gm)].map(([, name]) => name as string);
    const filledIn = [...compose.matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name as string);
    const names = [...new Set([...set, ...filledIn])];
    expect(names.length).toBeGreaterThan(8);
    const explained = `${read('README.md')}${read('docs/operations.md')}`;
    expect(names.filter((name) => !name.startsWith('POSTGRES_') && !explained.includes(`\`${name}\``))).toEqual([]);
    expect(compose).not.toMatch(/^\s+NODE_ENV:/m);
  });

  it('runs programs and commands that there are', () => {
    const scripts = [...compose.matchAll(/\[(?:CMD, )?node, ([^,\]]+)/g)].map(([, path]) => path as string);
    expect(scripts).toHaveLength(4);
    // What is built comes from the source of the same name.
    const source = (path: string) => path.replace(/^dist\/(.+)\.js$/, '$1.ts');
    expect([...scripts, /"node", "(.+)"/.exec(dockerfile)?.[1] as string].filter((path) => !existsSync(join(ROOT, source(path))))).toEqual(
      [],
    );
    const ours = [...compose.matchAll(/bin\/wakachi\.mjs, ([a-z-]+)/g)].map(([, name]) => name as string);
    expect(ours.filter((name) => !Object.hasOwn(commands, name))).toEqual([]);
    expect(ours).toHaveLength(1);
  });
});
