import * as fc from 'fast-check';
import { eligibility, type Problem, type ProblemAward, ProblemMalformed, validateProblem } from '../src/index.js';

const TEMPERATURES = ['ambient', 'chilled', 'frozen'] as const;
const few = (names: readonly string[]) => fc.subarray([...names], { maxLength: 2 });
/** Present one time in four, so that most problems have a few of the rules and none has all at once. */
const rarely = <T>(arbitrary: fc.Arbitrary<T>) => fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

const lot = fc.record({
  donor: rarely(fc.constantFrom('D1', 'D2')),
  hub: fc.constantFrom('tokyo', 'osaka', null, undefined),
  cases: fc.integer({ min: 1, max: 40 }),
  unitsPerCase: fc.integer({ min: 1, max: 24 }),
  caseGrams: fc.integer({ min: 1, max: 9000 }),
  caseMillilitres: fc.integer({ min: 1, max: 900 }),
  caseYen: fc.integer({ min: 1, max: 5000 }),
  temperature: fc.constantFrom(...TEMPERATURES),
  category: rarely(fc.constantFrom('noodles', 'rice', 'tea')),
  allergens: rarely(few(['小麦', '卵', '乳'])),
  effectiveUntil: rarely(fc.constantFrom('2026-12-12', '2026-12-20', '2027-03-31')),
  minDaysOnArrival: rarely(fc.integer({ min: 0, max: 12 })),
  requires: rarely(few(['agreement', 'alcohol'])),
  prefectures: rarely(few(['13', '27', '40'])),
  minCasesPerGroup: rarely(fc.integer({ min: 0, max: 6 })),
  maxCasesPerGroup: rarely(fc.integer({ min: 0, max: 12 })),
  maxGroups: rarely(fc.integer({ min: 0, max: 3 })),
  onePerHousehold: rarely(fc.boolean()),
});

const perClass = (most: number) => fc.record({ ambient: fc.nat(most), chilled: fc.nat(most), frozen: fc.nat(most) }, { requiredKeys: [] });

const group = fc.record({
  need: fc.integer({ min: 1, max: 60 }),
  prefecture: fc.constantFrom('13', '27', '40'),
  qualifications: few(['agreement', 'alcohol']),
  capacityCases: rarely(perClass(30)),
  capacityMillilitres: rarely(perClass(9000)),
  refusesCategories: rarely(few(['noodles', 'rice'])),
  refusesAllergens: rarely(few(['小麦', '卵'])),
  minDaysOnArrival: rarely(fc.integer({ min: 0, max: 12 })),
  received: rarely(fc.nat(200)),
  maxCases: rarely(fc.nat(30)),
});

/** A valid problem in which every field of the contract appears now and then. */
export const randomProblem: fc.Arbitrary<Problem> = fc
  .record({
    seed: fc.constantFrom('a', 'b', '2026-winter'),
    measure: fc.constantFrom('cases', 'units', 'grams', 'yen'),
    lots: fc.array(lot, { maxLength: 7 }),
    groups: fc.array(group, { maxLength: 6 }),
    dice: fc.array(fc.nat(11), { minLength: 42, maxLength: 42 }),
    hasRequests: fc.boolean(),
    hasPrevious: fc.boolean(),
  })
  .map(({ seed, measure, dice, hasRequests, hasPrevious, ...lists }) => {
    const lots = lists.lots.map((fields, i) => ({ id: `L${i}`, ...fields }));
    const groups = lists.groups.map((fields, i) => ({ id: `G${i}`, ...fields }));
    const pairs = lots.flatMap((l, i) => groups.map((g, j) => ({ lot: l.id, group: g.id, roll: dice[i * 6 + j] as number })));
    const withoutHoles = JSON.parse(
      JSON.stringify({
        format: 'wakachi.problem/1',
        seed,
        arrivalDate: '2026-12-10',
        measure,
        policy: 'lot-by-lot',
        lots: lots.map((l, i) => ({ ...l, ...(dice[i] === 0 && groups[0] ? { excludedGroups: [groups[0].id] } : {}) })),
        groups,
        lanes: groups.map((g, i) => ({ hub: 'tokyo', group: g.id, transitDays: dice[i] ?? 0, costPerDelivery: 900, costPerCase: 100 })),
        requests: hasRequests
          ? pairs.filter(({ roll }) => roll > 2).map(({ roll, ...pair }) => ({ ...pair, maxCases: roll - 2 }))
          : undefined,
        previous: hasPrevious ? pairs.filter(({ roll }) => roll > 7).map(({ roll, ...pair }) => ({ ...pair, cases: roll })) : undefined,
      }),
    ) as Problem;
    return withLocks(
      withoutHoles,
      pairs.filter(({ roll }) => roll === 5 || roll === 9).map(({ roll, ...pair }) => ({ ...pair, cases: roll === 5 ? 0 : 2 })),
    );
  });

/** Keeps each lock that leaves the problem well formed. */
export function withLocks(problem: Problem, candidates: readonly ProblemAward[]): Problem {
  let kept = problem;
  for (const lock of candidates) {
    const tried = { ...problem, locks: [...(kept.locks ?? []), lock] };
    if (isWellFormed(tried)) kept = tried;
  }
  return kept;
}

function isWellFormed(problem: Problem): boolean {
  try {
    validateProblem(problem);
    return true;
  } catch (error) {
    if (error instanceof ProblemMalformed) return false;
    throw error;
  }
}

/** The same problem with every list turned round. */
export function reversed(problem: Problem): Problem {
  const turned = Object.entries(problem).map(([name, value]) => [name, Array.isArray(value) ? value.toReversed() : value]);
  const copy = Object.fromEntries(turned) as Problem;
  return {
    ...copy,
    lots: copy.lots.map((l) => ({ ...l, ...(l.allergens && { allergens: l.allergens.toReversed() }) })),
    groups: copy.groups.map((g) => ({ ...g, qualifications: g.qualifications.toReversed() })),
  };
}

export function countEligible(problem: Problem): number {
  return [...eligibility(problem)].filter((pair) => pair.rule === null).length;
}
