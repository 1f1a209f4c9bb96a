/**
 * What a mutant of the exact core has to survive: plans of small problems of every family, each judged by the independent
 * checker (which accepts only the optimum), and each plan's bytes the same from another order of the input. Ends with 1 at the
 * first fault. Loads dist, so that a mutant costs a second and not a build.
 */
import { families } from '../bench/matching/instances.mjs';

/** `MATCHING` names another build of the lib. */
const { allocate, validateProblem, verifySolution } = await import(
  process.env['MATCHING'] ?? new URL('../../dist/libs/matching/src/index.js', import.meta.url).href
);

const SIZES = [
  [2, 3],
  [3, 5],
  [5, 4],
  [9, 14],
  [40, 33],
];

for (const [groups, lots] of SIZES) {
  for (const [name, family] of Object.entries(families)) {
    for (let seed = 1; seed <= (groups < 9 ? 40 : groups < 40 ? 12 : 2); seed++)
      judge(withPairs(family(groups, lots, seed), seed), `${name} ${groups} × ${lots}, seed ${seed}`);
  }
}
function judge(fields, name) {
  const problem = validateProblem(fields);
  const solution = allocate(problem);
  const violations = verifySolution(problem, solution);
  const other = allocate(validateProblem({ ...fields, lots: fields.lots.toReversed(), groups: fields.groups.toReversed() }));
  if (violations.length === 0 && JSON.stringify(other) === JSON.stringify(solution)) return;
  console.error(name, violations[0]);
  process.exit(1);
}

/** Small needs make ties; every third problem takes requests, every fourth has locks of 0. */
function withPairs(problem, seed) {
  const groups = problem.groups.map((group, i) => ({ ...group, need: seed % 2 === 0 ? 1 + ((i * 7 + seed) % 4) : group.need }));
  const pairs = problem.lots.flatMap(({ id }, l) =>
    groups.map((group, g) => ({ lot: id, group: group.id, die: (l * 31 + g * 17 + seed * 13) % 11 })),
  );
  const requests = pairs.filter(({ die }) => die > 1).map(({ die, ...pair }) => ({ ...pair, maxCases: die * 2 }));
  const locks = pairs.filter(({ die }) => die === 0).map(({ lot, group }) => ({ lot, group, cases: 0 }));
  return { ...problem, groups, ...(seed % 3 === 0 && { requests }), ...(seed % 4 === 0 && { locks }) };
}
