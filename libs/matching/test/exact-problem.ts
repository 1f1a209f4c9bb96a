import type { Problem, ProblemGroup, ProblemLot } from '../src/index.js';
import { randomProblem, withLocks } from './random-problem.js';

/** A random problem inside the exact core: every case measures the same, and what makes a problem hard is left out. */
export const exactProblem = randomProblem.map((problem) => insideTheCore(problem));

/** Small enough to try every plan. */
export const tinyProblem = randomProblem.map((problem) => {
  const groups = problem.groups.slice(0, 3).map((group) => ({ ...group, need: 1 + (group.need % 7), received: (group.received ?? 0) % 6 }));
  const lots = problem.lots.slice(0, 4).map((lot) => ({ ...lot, cases: 1 + (lot.cases % 4) }));
  const isHere = (pair: { lot: string; group: string }) =>
    lots.some(({ id }) => id === pair.lot) && groups.some(({ id }) => id === pair.group);
  const { locks = [], requests, previous } = problem;
  return insideTheCore({
    ...problem,
    lots,
    groups,
    lanes: (problem.lanes ?? []).filter((lane) => groups.some(({ id }) => id === lane.group)),
    locks: locks.filter(isHere).map((lock) => ({ ...lock, cases: Math.min(1, lock.cases) })),
    ...(requests && { requests: requests.filter(isHere).map((request) => ({ ...request, maxCases: request.maxCases % 4 })) }),
    ...(previous && { previous: previous.filter(isHere) }),
  });
});

function insideTheCore(problem: Problem): Problem {
  const { locks = [], ...unlocked } = { ...problem, policy: 'leximin' as const };
  return withLocks({ ...unlocked, lots: problem.lots.map(plainLot(problem)), groups: problem.groups.map(plainGroup) }, locks);
}

/** As many units, grams and yen to a case as the first lot has. */
function plainLot({ lots }: Problem): (lot: ProblemLot) => ProblemLot {
  return ({ maxGroups: _, onePerHousehold: __, minCasesPerGroup, ...lot }) => ({
    ...lot,
    unitsPerCase: (lots[0]?.unitsPerCase ?? 1) % 5 || 1,
    caseGrams: lots[0]?.caseGrams ?? 1,
    caseYen: lots[0]?.caseYen ?? 1,
    ...(minCasesPerGroup !== undefined && { minCasesPerGroup: minCasesPerGroup % 2 }),
  });
}

function plainGroup({ capacityMillilitres: _, ...group }: ProblemGroup): ProblemGroup {
  return group;
}
