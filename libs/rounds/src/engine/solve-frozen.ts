import { sha256 } from '@wakachi/kernel';
import {
  allocate,
  eligibility,
  type Problem,
  parseProblem,
  parseSolution,
  type Solution,
  serialiseSolution,
  verifySolution,
} from '@wakachi/matching';
import { PlanRefuted } from '../errors.js';
import type { Plan } from './plan.js';
import type { RunPhase } from './run-phase.js';

/**
 * From a frozen problem to a plan that the checker has accepted. Pure, and as long as it takes: whoever calls it has a thread to
 * spare. Throws what the engine throws (ProblemMalformed, PolicyNotBuilt), and PlanRefuted.
 */
export function solveFrozen(frozenInput: string, entering: (phase: RunPhase) => void): Plan {
  entering('read');
  const problem = parseProblem(frozenInput);
  entering('rules');
  const names = namesOf(problem);
  const exclusions = exclusionTable(problem, names);
  const solution = allocate(problem, entering);
  const text = serialiseSolution(solution);
  entering('verify');
  verify(problem, text);
  return {
    engine: solution.engine,
    solution: text,
    solutionSha256: sha256(text),
    ...{ lots: [...names.lots.keys()], groups: [...names.groups.keys()] },
    awards: awardTable(solution, names),
    ...exclusions,
  };
}

interface Names {
  /** Name to place, in the order of the places. */
  readonly lots: ReadonlyMap<string, number>;
  readonly groups: ReadonlyMap<string, number>;
}

function namesOf(problem: Problem): Names {
  const places = (named: readonly { readonly id: string }[]) => new Map(named.map(({ id }, place) => [id, place]));
  return { lots: places(problem.lots), groups: places(problem.groups) };
}

function exclusionTable(problem: Problem, { lots, groups }: Names): Pick<Plan, 'exclusions' | 'rules'> {
  const exclusions = new Uint8Array(lots.size * groups.size);
  const rules: string[] = [];
  for (const { lot, group, rule } of eligibility(problem)) {
    if (rule === null) continue;
    if (!rules.includes(rule)) rules.push(rule);
    exclusions[(lots.get(lot) as number) * groups.size + (groups.get(group) as number)] = rules.indexOf(rule) + 1;
  }
  return { exclusions, rules };
}

function awardTable({ awards }: Solution, { lots, groups }: Names): Int32Array {
  return Int32Array.from(awards.flatMap(({ lot, group, cases }) => [lots.get(lot) as number, groups.get(group) as number, cases]));
}

/** What is checked is what will be stored: the text, read again. */
function verify(problem: Problem, text: string): void {
  const violations = verifySolution(problem, parseSolution(text));
  if (violations[0] !== undefined) throw new PlanRefuted(violations[0].where, violations.length);
}
