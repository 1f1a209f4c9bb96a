import * as fc from 'fast-check';
import type { Problem } from '../src/index.js';
import { withLocks } from './random-problem.js';

interface Size {
  readonly lots: number;
  readonly groups: number;
  /** Most cases of a lot. */
  readonly cases: number;
}

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.oneof(fc.constant(undefined), arbitrary);
const seldom = <T>(arbitrary: fc.Arbitrary<T>) => fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

const group = fc.record({
  need: fc.integer({ min: 1, max: 4 }),
  prefecture: fc.constantFrom('13', '27', '40'),
  qualifications: fc.constant([]),
  capacityCases: maybe(fc.record({ ambient: fc.nat(4), frozen: fc.nat(2) }, { requiredKeys: [] })),
  refusesCategories: seldom(fc.constant(['rice'])),
  received: maybe(fc.nat(6)),
  maxCases: maybe(fc.nat(4)),
});

const lotOf = (most: number) =>
  fc.record({
    cases: fc.integer({ min: 1, max: most }),
    caseGrams: fc.constant(2),
    unitsPerCase: fc.integer({ min: 1, max: 9 }),
    temperature: fc.constantFrom('ambient', 'ambient', 'frozen'),
    category: fc.constantFrom('rice', 'tea'),
    effectiveUntil: fc.constantFrom(undefined, '2026-12-20', '2027-01-31', '2027-03-31'),
    prefectures: fc.constantFrom(undefined, undefined, ['13'], ['13', '27'], ['27', '40']),
    maxCasesPerGroup: seldom(fc.nat(3)),
  });

/** A problem that the contract calls exact, small needs and few cases, so that ties and rerouting are common. */
export function randomExactProblem(size: Size): fc.Arbitrary<Problem> {
  return fc
    .record({
      seed: fc.constantFrom('a', 'b', 'c'),
      measure: fc.constantFrom('cases', 'grams'),
      lots: fc.array(lotOf(size.cases), { minLength: 1, maxLength: size.lots }),
      groups: fc.array(group, { minLength: 1, maxLength: size.groups }),
      dice: fc.array(fc.nat(15), { minLength: size.lots * size.groups, maxLength: size.lots * size.groups }),
      hasRequests: fc.nat(4).map((n) => n === 0),
    })
    .map(({ seed, measure, dice, hasRequests, ...lists }) => {
      const lots = lists.lots.map((fields, i) => ({ id: `L${i}`, ...fields }));
      const groups = lists.groups.map((fields, i) => ({ id: `G${i}`, ...fields }));
      const pairs = lots.flatMap(({ id }, i) =>
        groups.map((g, j) => ({ lot: id, group: g.id, roll: dice[i * size.groups + j] as number })),
      );
      const asked = pairs.filter(({ roll }) => roll > 1).map(({ roll, ...pair }) => ({ ...pair, maxCases: roll >> 2 }));
      const problem = { format: 'wakachi.problem/1', seed, arrivalDate: '2026-12-10', measure, lots, groups };
      const withoutHoles = JSON.parse(JSON.stringify({ ...problem, requests: hasRequests ? asked : undefined })) as Problem;
      return withLocks(
        withoutHoles,
        pairs.filter(({ roll }) => roll === 5 || roll === 9).map(({ roll, ...pair }) => ({ ...pair, cases: roll === 5 ? 0 : 1 })),
      );
    });
}
