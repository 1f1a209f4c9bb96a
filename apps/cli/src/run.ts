import { commands } from './commands.js';
import { EXIT } from './exit.js';
import { Failure } from './failure.js';
import type { Io } from './io.js';
import { oneLine } from './one-line.js';

/** Runs one command line (without node and script); answers the exit code. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const [name = '', ...args] = argv;
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  try {
    if (load === undefined) throw new Failure(EXIT.usage, usage());
    const command = await load();
    return await command(args, io);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    await io.err(oneLine(error.where, error.text));
    return error.exitCode;
  }
}

function usage(): { ja: string; en: string } {
  const names = Object.keys(commands).join(' | ');
  return { ja: `使い方: wakachi ${names}`, en: `usage: wakachi ${names}` };
}
