import { basename } from 'node:path';
import { SIMULATED_POLICIES, type SimulationSettings, simulate, simulationPicture, simulationReport } from '@wakachi/matching';
import { EXIT } from '../exit.js';
import { Failure } from '../failure.js';
import type { Command, Io } from '../io.js';
import { readArguments } from '../read-arguments.js';
import { readPolicies } from '../read-policies.js';

const USAGE = {
  ja: '使い方: wakachi simulate [--rounds 回数] [--groups 団体数] [--seed シード] [--policies 方針,方針…] [--svg 図のファイル] [--out 表のファイル]',
  en: 'usage: wakachi simulate [--rounds N] [--groups N] [--seed SEED] [--policies POLICY,POLICY…] [--svg FILE] [--out FILE]',
};
const OPTIONS = ['rounds', 'groups', 'seed', 'policies', 'svg', 'out'] as const;
const ROUNDS = { usual: 52, most: 1_000 };
const GROUPS = { usual: 100, most: 2_000 };
const SEED = /^[\w.-]{1,64}$/;

type Options = Readonly<Partial<Record<(typeof OPTIONS)[number], string>>>;

/** `wakachi simulate`: the table goes to the file or to stdout, the picture to its file. It reads nothing. */
export const simulateCommand: Command = async (args, io) => {
  const { positionals, options } = readArguments(args, OPTIONS, USAGE);
  if (positionals.length > 0) throw new Failure(EXIT.usage, USAGE);
  const settings = readSettings(options);
  const simulation = simulate(settings);
  const report = simulationReport(simulation, commandOf(settings, options), options.svg === undefined ? null : basename(options.svg));
  if (options.svg !== undefined) await write(io, options.svg, simulationPicture(simulation));
  if (options.out === undefined) await io.out(report);
  else await write(io, options.out, report);
  return EXIT.ok;
};

function readSettings({ rounds, groups, seed = '2026', policies }: Options): SimulationSettings {
  if (!SEED.test(seed)) throw new Failure(EXIT.usage, USAGE);
  return {
    seed,
    rounds: count(rounds, ROUNDS),
    groups: count(groups, GROUPS),
    policies: policies === undefined ? SIMULATED_POLICIES : readPolicies(policies, USAGE),
  };
}

function count(given: string | undefined, { usual, most }: { usual: number; most: number }): number {
  if (given === undefined) return usual;
  const number = /^\d{1,9}$/.test(given) ? Number(given) : 0;
  if (number < 1 || number > most) throw new Failure(EXIT.usage, USAGE);
  return number;
}

/** Spelt out in full, whatever was left to the defaults. */
function commandOf({ rounds, groups, seed, policies }: SimulationSettings, { svg, out }: Options): string {
  const files = [...(svg === undefined ? [] : ['--svg', svg]), ...(out === undefined ? [] : ['--out', out])].map(quoted);
  const words = ['--rounds', rounds, '--groups', groups, '--seed', seed, '--policies', policies.join(','), ...files];
  return `npx wakachi simulate ${words.join(' ')}`;
}

/** A file name with anything unusual in it stands in quotes, as a shell wants it. */
function quoted(word: string): string {
  return /^[\w./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

async function write(io: Io, path: string, text: string): Promise<void> {
  try {
    await io.writeFile(path, text);
  } catch {
    throw new Failure(EXIT.cannotWrite, { ja: 'ファイルに書き込めません', en: 'cannot be written' }, path);
  }
}
