import {
  BUILT_POLICIES,
  type Comparison,
  comparePlans,
  comparisonTable,
  isRefusal,
  levelsTable,
  type PolicyName,
  ProblemMalformed,
  parseProblem,
} from '@wakachi/matching';
import { EXIT } from '../exit.js';
import { Failure } from '../failure.js';
import type { Command } from '../io.js';
import { readArguments } from '../read-arguments.js';
import { readDocument } from '../read-document.js';
import { readPolicies } from '../read-policies.js';
import { showPointer } from '../show-pointer.js';

const USAGE = {
  ja: '使い方: wakachi compare 問題ファイル [--policies 方針,方針…] [--levels]（- は標準入力）',
  en: 'usage: wakachi compare PROBLEM [--policies POLICY,POLICY…] [--levels] (- is standard input)',
};

/**
 * `wakachi compare problem.json [--policies a,b] [--levels]`: tables on stdout; a policy that refuses the problem is a row that
 * says so. With `--levels` every fill level too, the worst first.
 */
export const compareCommand: Command = async (args, io) => {
  const { positionals, options, flags } = readArguments(args, ['policies'], USAGE, ['levels']);
  const [path] = positionals;
  if (path === undefined || positionals.length > 1) throw new Failure(EXIT.usage, USAGE);
  const policies = options.policies === undefined ? BUILT_POLICIES : readPolicies(options.policies, USAGE);
  const comparison = compare(path, await readDocument(io, path), policies);
  await io.out(flags.has('levels') ? `${comparisonTable(comparison)}\n${levelsTable(comparison)}` : comparisonTable(comparison));
  return comparison.every(isRefusal) ? EXIT.notBuilt : EXIT.ok;
};

function compare(path: string, text: string, policies: readonly PolicyName[]): Comparison {
  try {
    return comparePlans(parseProblem(text), policies);
  } catch (error) {
    if (error instanceof ProblemMalformed) throw new Failure(EXIT.malformed, error.text, `${path}: ${showPointer(error.pointer)}`);
    throw error;
  }
}
