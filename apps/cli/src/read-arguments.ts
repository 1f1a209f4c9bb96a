import { parseArgs } from 'node:util';
import type { Bilingual } from '@wakachi/kernel';
import { EXIT } from './exit.js';
import { Failure } from './failure.js';

/** Each option takes a value and stands once at most; whatever else begins with a dash is not understood. */
export function readArguments<K extends string>(
  args: readonly string[],
  names: readonly K[],
  usage: Bilingual,
): { positionals: readonly string[]; options: Readonly<Partial<Record<K, string>>> } {
  try {
    const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const, multiple: true }]));
    const { positionals, values } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    const given = Object.entries(values as Record<string, string[]>);
    if (given.some(([, all]) => all.length > 1 || all[0] === '')) throw new Failure(EXIT.usage, usage);
    return { positionals, options: Object.fromEntries(given.map(([name, [value]]) => [name, value])) as Partial<Record<K, string>> };
  } catch {
    throw new Failure(EXIT.usage, usage);
  }
}
