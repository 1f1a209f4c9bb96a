import { allocate, PolicyNotBuilt, ProblemMalformed, parseProblem, type Solution, serialiseSolution } from '@wakachi/matching';
import { EXIT } from '../exit.js';
import { Failure } from '../failure.js';
import type { Command, Io } from '../io.js';
import { oneLine } from '../one-line.js';
import { readDocument } from '../read-document.js';
import { showPointer } from '../show-pointer.js';

const USAGE = {
  ja: '使い方: wakachi allocate 問題ファイル [--out 解ファイル]（- は標準入力）',
  en: 'usage: wakachi allocate PROBLEM [--out SOLUTION] (- is standard input)',
};

/** `wakachi allocate problem.json [--out solution.json]`: the solution goes to the file or to stdout, the summary to stderr. */
export const allocateCommand: Command = async (args, io) => {
  const { problem, out } = readArguments(args);
  const solution = solve(problem, await readDocument(io, problem));
  const text = serialiseSolution(solution);
  if (out === null) await io.out(text);
  else await write(io, out, text);
  await io.err(summaryOf(solution));
  return EXIT.ok;
};

function readArguments(args: readonly string[]): { problem: string; out: string | null } {
  const rest = [...args];
  const at = rest.indexOf('--out');
  const [, out = null] = at < 0 ? [] : rest.splice(at, 2);
  const [problem] = rest;
  const isUnderstood = rest.length === 1 && problem !== undefined && !/^-./.test(problem) && (at < 0 || out !== null);
  if (!isUnderstood) throw new Failure(EXIT.usage, USAGE);
  return { problem, out };
}

function solve(path: string, text: string): Solution {
  try {
    return allocate(parseProblem(text));
  } catch (error) {
    if (error instanceof ProblemMalformed) throw new Failure(EXIT.malformed, error.text, `${path}: ${showPointer(error.pointer)}`);
    if (error instanceof PolicyNotBuilt) throw new Failure(EXIT.notBuilt, error.text, `${path}: /policy`);
    throw error;
  }
}

async function write(io: Io, path: string, text: string): Promise<void> {
  try {
    await io.writeFile(path, text);
  } catch {
    throw new Failure(EXIT.cannotWrite, { ja: 'ファイルに書き込めません', en: 'cannot be written' }, path);
  }
}

function summaryOf({ policy, metrics, unplaced }: Solution): string {
  return oneLine('', {
    ja: `${policy}: ${metrics.cases} ケース中 ${metrics.placed} ケースを配分、未配分 ${unplaced.length} 品目、充足度 ${metrics.minLevel}〜${metrics.maxLevel}、Gini ${metrics.gini}、納品 ${metrics.deliveries} 件、対象品目のない団体 ${metrics.unreachable}`,
    en: `${policy}: ${metrics.placed} of ${metrics.cases} cases placed, lots with cases left: ${unplaced.length}, levels ${metrics.minLevel} to ${metrics.maxLevel}, Gini ${metrics.gini}, deliveries ${metrics.deliveries}, groups unreachable ${metrics.unreachable}`,
  });
}
