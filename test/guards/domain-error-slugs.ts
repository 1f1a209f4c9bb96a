import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './cruise.js';

export interface RaisedError {
  readonly error: string;
  readonly file: string;
  /** None: the source says it in a way that this scan can't read. */
  readonly slugs: readonly string[];
}

/** Every class that extends DomainError, with the slug that it hands to the constructor. */
export function raisedErrors(): RaisedError[] {
  return ['apps', 'libs'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /(?<!\.spec)\.ts$/.test(file))
      .flatMap((file) => errorsIn(join(folder, file), readFileSync(join(ROOT, folder, file), 'utf8'))),
  );
}

export function errorsIn(file: string, source: string): RaisedError[] {
  const [, ...classes] = source.split(/class (?=\w+ extends DomainError\b)/);
  return classes.map((text) => {
    const first = /\bsuper\(\s*('[^']*'|\w+)/.exec(text)?.[1] ?? '';
    return { error: /^\w+/.exec(text)?.[0] as string, file, slugs: first.startsWith("'") ? [first.slice(1, -1)] : choicesOf(first, text) };
  });
}

/** `const key = condition ? 'one' : 'other'`, as a constructor that has two things to say picks its slug. */
function choicesOf(name: string, text: string): string[] {
  const chosen = new RegExp(`const ${name} = ([^;]*);`).exec(text)?.[1] ?? '';
  return [...chosen.matchAll(/[?:]\s*'([^']+)'/g)].map((match) => match[1] as string);
}
