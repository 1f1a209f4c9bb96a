import * as fc from 'fast-check';
import { allocate, parseProblem, parseSolution, problemHash, serialiseSolution, verifySolution } from '../src/index.js';
import { randomProblem as anyProblem, countEligible, reversed } from './random-problem.js';

const RUNS = { numRuns: 60 };
const POLICIES = ['lot-by-lot', 'pro-rata', 'queue'] as const;

describe.each(POLICIES)('%s, whatever the problem', (policy) => {
  const randomProblem = anyProblem.map((problem) => ({ ...problem, policy }));

  it('gives a solution that the checker accepts', () => {
    fc.assert(
      fc.property(randomProblem, (problem) => {
        expect(verifySolution(problem, allocate(problem))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('leaves no case that the checker does not miss when it is taken back', () => {
    fc.assert(
      fc.property(randomProblem, fc.nat(), (problem, pick) => {
        const solution = allocate(problem);
        const loose = solution.awards.filter(
          (award) => !problem.locks?.some((lock) => lock.lot === award.lot && lock.group === award.group),
        );
        fc.pre(loose.length > 0);
        const taken = loose[pick % loose.length];
        const awards = solution.awards.flatMap((award) => (award === taken ? [] : [award]));
        expect(
          verifySolution(problem, { ...solution, awards })
            .map(({ text }) => text.en)
            .join(),
        ).toContain('that group');
      }),
      RUNS,
    );
  });

  it('gives the same bytes twice', () => {
    fc.assert(
      fc.property(randomProblem, (problem) => {
        expect(serialiseSolution(allocate(problem))).toBe(serialiseSolution(allocate(structuredClone(problem))));
      }),
      RUNS,
    );
  });

  it('gives the same bytes in whatever order the input stands', () => {
    fc.assert(
      fc.property(randomProblem, (problem) => {
        expect(problemHash(reversed(problem))).toBe(problemHash(problem));
        expect(serialiseSolution(allocate(reversed(problem)))).toBe(serialiseSolution(allocate(problem)));
      }),
      RUNS,
    );
  });

  it('survives being written and read again', () => {
    fc.assert(
      fc.property(randomProblem, (problem) => {
        const solution = allocate(problem);
        expect(parseSolution(serialiseSolution(solution))).toEqual(solution);
        expect(parseProblem(JSON.stringify(problem))).toEqual(problem);
      }),
      RUNS,
    );
  });

  it('accounts for every case: placed or listed with a reason for every group', () => {
    fc.assert(
      fc.property(randomProblem, (problem) => {
        const { unplaced, metrics } = allocate(problem);
        expect(metrics.placed + unplaced.reduce((sum, entry) => sum + entry.cases, 0)).toBe(metrics.cases);
        for (const entry of unplaced) expect(entry.reasons.reduce((sum, reason) => sum + reason.groups, 0)).toBe(problem.groups.length);
      }),
      RUNS,
    );
  });

  it('keeps every lock exactly', () => {
    fc.assert(
      fc.property(randomProblem, (problem) => {
        const { awards } = allocate(problem);
        for (const lock of problem.locks ?? []) {
          const award = awards.find(({ lot, group }) => lot === lock.lot && group === lock.group);
          expect(award?.cases ?? 0).toBe(lock.cases);
        }
      }),
      RUNS,
    );
  });

  it('awards the same when every need grows tenfold: only proportions count', () => {
    fc.assert(
      fc.property(randomProblem, (problem) => {
        fc.pre(problem.lots.every((lot) => !lot.onePerHousehold));
        const scaled = { ...problem, groups: problem.groups.map((group) => ({ ...group, need: group.need * 10 })) };
        expect(allocate(scaled).awards).toEqual(allocate(problem).awards);
      }),
      RUNS,
    );
  });
});

it('the random problems are not empty ones: locks, requests and eligible pairs do occur', () => {
  const problems = fc.sample(anyProblem, { numRuns: 200, seed: 1 });
  expect(problems.filter((problem) => problem.locks?.some((lock) => lock.cases > 0)).length).toBeGreaterThan(20);
  expect(problems.filter((problem) => problem.requests).length).toBeGreaterThan(50);
  expect(problems.filter((problem) => countEligible(problem) > 3).length).toBeGreaterThan(50);
});
