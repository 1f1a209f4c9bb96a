import { parseArgs } from 'node:util';
import type { Bilingual } from '@wakachi/kernel';
import { EXIT } from './exit.js';
import { Failure } from './failure.js';

/** Each option takes a value, a flag none; each stands once at most. Whatever else begins with a dash is not understood. */
export function readArguments<K extends string>(
  args: readonly string[],
  names: readonly K[],
  usage: Bilingual,
  flags: readonly string[] = [],
): { positionals: readonly string[]; options: Readonly<Partial<Record<K, string>>>; flags: ReadonlySet<string> } {
  try {
    const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const, multiple: true as const }]));
    const switches = Object.fromEntries(flags.map((name) => [name, { type: 'boolean' as const }]));
    const { positionals, values } = parseArgs({
      args: [...args],
      options: { ...options, ...switches },
      allowPositionals: true,
      strict: true,
    });
    const entries = Object.entries(values as Record<string, string[] | boolean>);
    const given = entries.filter((entry): entry is [string, string[]] => Array.isArray(entry[1]));
    const raised = new Set(entries.filter(([, value]) => value === true).map(([name]) => name));
    if (given.some(([, all]) => all.length > 1 || all[0] === '')) throw new Failure(EXIT.usage, usage);
    return {
      positionals,
      options: Object.fromEntries(given.map(([name, [value]]) => [name, value])) as Partial<Record<K, string>>,
      flags: raised,
    };
  } catch {
    throw new Failure(EXIT.usage, usage);
  }
}
