import { ProblemMalformed, parseProblem, parseSolution, SolutionMalformed, verifySolution } from '@wakachi/matching';
import { EXIT } from '../exit.js';
import { Failure } from '../failure.js';
import type { Command } from '../io.js';
import { oneLine } from '../one-line.js';
import { readDocument } from '../read-document.js';
import { showPointer } from '../show-pointer.js';

const USAGE = {
  ja: '使い方: wakachi verify 問題ファイル 解ファイル（どちらか一方は - で標準入力）',
  en: 'usage: wakachi verify PROBLEM SOLUTION (one of them may be -, standard input)',
};
const HOLDS = { ja: '成り立っています', en: 'holds' };

/** `wakachi verify problem.json solution.json`: silent on stdout when it holds, else each violation on a line there. */
export const verifyCommand: Command = async (args, io) => {
  const [problemPath, solutionPath] = args;
  const isOption = args.some((arg) => /^-./.test(arg));
  if (
    problemPath === undefined ||
    solutionPath === undefined ||
    args.length !== 2 ||
    isOption ||
    (problemPath === '-' && solutionPath === '-')
  ) {
    throw new Failure(EXIT.usage, USAGE);
  }
  const problem = parse(problemPath, await readDocument(io, problemPath), parseProblem);
  const solution = parse(solutionPath, await readDocument(io, solutionPath), parseSolution);
  const violations = verifySolution(problem, solution);
  for (const { where, text } of violations) await io.out(oneLine(showPointer(where), text));
  if (violations.length > 0) return EXIT.doesNotHold;
  await io.err(oneLine(solutionPath, HOLDS));
  return EXIT.ok;
};

function parse<T>(path: string, text: string, parser: (text: string) => T): T {
  try {
    return parser(text);
  } catch (error) {
    if (!(error instanceof ProblemMalformed || error instanceof SolutionMalformed)) throw error;
    throw new Failure(EXIT.malformed, error.text, `${path}: ${showPointer(error.pointer)}`);
  }
}
