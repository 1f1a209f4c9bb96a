import type { Problem, ProblemAward, ProblemGroup, ProblemLot } from '../problem/problem.js';
import type { Solution } from '../solution/solution.js';

export const CLASSES = ['ambient', 'chilled', 'frozen'] as const;

export type Table = ReadonlyMap<string, ReadonlyMap<string, number>>;

/**
 * What the two documents say, indexed by id. This folder shares no code with the solver (types, wording and the kernel
 * apart): a mistake of one must not be hidden by the same mistake in the other.
 */
export interface Facts {
  readonly problem: Problem;
  readonly solution: Solution;
  readonly lots: ReadonlyMap<string, ProblemLot>;
  readonly groups: ReadonlyMap<string, ProblemGroup>;
  /** Ids in UTF-16 order. */
  readonly lotIds: readonly string[];
  readonly groupIds: readonly string[];
  /** lot → group → cases. Awards that name no lot or group of the problem are left out: `checkAwards` reports them. */
  readonly held: Table;
  readonly locked: Table;
  readonly requested: Table | null;
  /** hub → group → days. */
  readonly transit: Table;
  readonly usage: ReadonlyMap<string, Usage>;
  /** lot → cases not awarded. */
  readonly left: ReadonlyMap<string, number>;
}

/** What a group's awards fill. */
export interface Usage {
  cases: number;
  measure: number;
  readonly casesIn: Record<string, number>;
  readonly millilitresIn: Record<string, number>;
}

export function gatherFacts(problem: Problem, solution: Solution): Facts {
  const lots = new Map(problem.lots.map((lot) => [lot.id, lot]));
  const groups = new Map(problem.groups.map((group) => [group.id, group]));
  const known = solution.awards.filter((award) => lots.has(award.lot) && groups.has(award.group));
  return {
    problem,
    solution,
    lots,
    groups,
    lotIds: [...lots.keys()].sort(),
    groupIds: [...groups.keys()].sort(),
    held: tabulate(known.map((award) => [award.lot, award.group, award.cases])),
    locked: tabulate((problem.locks ?? []).map((lock) => [lock.lot, lock.group, lock.cases])),
    requested: problem.requests ? tabulate(problem.requests.map((request) => [request.lot, request.group, request.maxCases])) : null,
    transit: tabulate((problem.lanes ?? []).map((lane) => [lane.hub, lane.group, lane.transitDays])),
    usage: usageOf(problem, lots, known),
    left: leftOf(lots, known),
  };
}

export function at(table: Table, row: string, column: string): number | undefined {
  return table.get(row)?.get(column);
}

/** What one case adds to a fill level. */
export function sizeInMeasure(problem: Problem, lot: ProblemLot): number {
  return { cases: 1, units: lot.unitsPerCase, grams: lot.caseGrams ?? 0, yen: lot.caseYen ?? 0 }[problem.measure];
}

function tabulate(entries: readonly (readonly [string, string, number])[]): Table {
  const table = new Map<string, Map<string, number>>();
  for (const [row, column, value] of entries) {
    const columns = table.get(row) ?? new Map<string, number>();
    table.set(row, columns.set(column, (columns.get(column) ?? 0) + value));
  }
  return table;
}

function usageOf(problem: Problem, lots: ReadonlyMap<string, ProblemLot>, awards: readonly ProblemAward[]): Map<string, Usage> {
  const usage = new Map<string, Usage>();
  for (const group of problem.groups) usage.set(group.id, { cases: 0, measure: 0, casesIn: {}, millilitresIn: {} });
  for (const award of awards) {
    const lot = lots.get(award.lot) as ProblemLot;
    const used = usage.get(award.group) as Usage;
    used.cases += award.cases;
    used.measure += award.cases * sizeInMeasure(problem, lot);
    used.casesIn[lot.temperature] = (used.casesIn[lot.temperature] ?? 0) + award.cases;
    used.millilitresIn[lot.temperature] = (used.millilitresIn[lot.temperature] ?? 0) + award.cases * (lot.caseMillilitres ?? 0);
  }
  return usage;
}

function leftOf(lots: ReadonlyMap<string, ProblemLot>, awards: readonly ProblemAward[]): Map<string, number> {
  const left = new Map([...lots].map(([id, lot]) => [id, lot.cases]));
  for (const award of awards) left.set(award.lot, (left.get(award.lot) as number) - award.cases);
  return left;
}
