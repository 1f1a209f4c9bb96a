import { aGroup, aLot, aProblem } from '../../test/builders.js';
import { eligibility, type Problem, type ProblemGroup, type ProblemLot, ruleText, validateProblem } from '../index.js';
import { RULES } from './rule.js';

/** The rule that turns G1 away from L1. */
function ruleFor(lot: Partial<ProblemLot>, group: Partial<ProblemGroup> = {}, rest: Partial<Problem> = {}) {
  const problem = validateProblem(aProblem({ lots: [aLot(lot)], groups: [aGroup(group)], ...rest }));
  return [...eligibility(problem)].find((pair) => pair.group === 'G1')?.rule;
}

describe('a pair is eligible', () => {
  it('when no rule is given', () => expect(ruleFor({})).toBeNull());
  it('when a lock above 0 is on it', () => {
    expect(ruleFor({}, {}, { locks: [{ lot: 'L1', group: 'G1', cases: 2 }] })).toBeNull();
  });
  it('when every qualification is held', () => expect(ruleFor({ requires: ['a', 'b'] }, { qualifications: ['b', 'a', 'c'] })).toBeNull());
  it('when its prefecture is among those of the lot', () => expect(ruleFor({ prefectures: ['13', '27'] })).toBeNull());
  it('when the days left on arrival are exactly the minimum', () => {
    expect(ruleFor({ effectiveUntil: '2026-12-24', minDaysOnArrival: 14 })).toBeNull();
  });
  it('when the last good day is the day of arrival and nobody asks for more', () => {
    expect(ruleFor({ effectiveUntil: '2026-12-10' })).toBeNull();
  });
  it('when a minimum of days is asked but the lot is undated', () => expect(ruleFor({ minDaysOnArrival: 999 })).toBeNull());
  it('when the lot is direct, whatever the lanes say', () => {
    const lanes = [{ hub: 'tokyo', group: 'G1', transitDays: 9, costPerDelivery: 0, costPerCase: 0 }];
    expect(ruleFor({ hub: null, effectiveUntil: '2026-12-10' }, {}, { lanes })).toBeNull();
  });
  it('when its hub has no lane to the group: no days, no cost', () => {
    expect(ruleFor({ hub: 'tokyo', effectiveUntil: '2026-12-10' })).toBeNull();
  });
  it('when the capacity of its class is absent', () =>
    expect(ruleFor({ temperature: 'frozen' }, { capacityCases: { chilled: 0 } })).toBeNull());
  it('when exactly one case fits', () => {
    expect(ruleFor({ caseMillilitres: 500 }, { capacityMillilitres: { ambient: 500 } })).toBeNull();
  });
});

describe('a pair is ineligible', () => {
  it('excluded: when the lot excludes the group', () => expect(ruleFor({ excludedGroups: ['G1'] })).toBe('excluded'));
  it('locked: when a lock says 0', () => expect(ruleFor({}, {}, { locks: [{ lot: 'L1', group: 'G1', cases: 0 }] })).toBe('locked'));
  it('not-requested: when there are requests but not this one', () => expect(ruleFor({}, {}, { requests: [] })).toBe('not-requested'));
  it('qualification: when one of several is missing', () => {
    expect(ruleFor({ requires: ['a', 'b'] }, { qualifications: ['a'] })).toBe('qualification');
  });
  it('prefecture: when the lot is not offered there', () => expect(ruleFor({ prefectures: ['40'] })).toBe('prefecture'));
  it('prefecture: when the lot is offered nowhere', () => expect(ruleFor({ prefectures: [] })).toBe('prefecture'));
  it('temperature: when the class has capacity for 0 cases', () => {
    expect(ruleFor({ temperature: 'chilled' }, { capacityCases: { chilled: 0 } })).toBe('temperature');
  });
  it('temperature: when the class has capacity for 0 millilitres', () => {
    expect(ruleFor({ caseMillilitres: 5 }, { capacityMillilitres: { ambient: 0 } })).toBe('temperature');
  });
  it('category: when the group refuses it', () => expect(ruleFor({ category: 'tea' }, { refusesCategories: ['tea'] })).toBe('category'));
  it('allergen: when the group refuses one of them', () => {
    expect(ruleFor({ allergens: ['卵', '乳'] }, { refusesAllergens: ['乳'] })).toBe('allergen');
  });
  it("shelf-life: when one day is missing of the lot's minimum", () => {
    expect(ruleFor({ effectiveUntil: '2026-12-23', minDaysOnArrival: 14 })).toBe('shelf-life');
  });
  it("shelf-life: when one day is missing of the group's minimum", () => {
    expect(ruleFor({ effectiveUntil: '2026-12-16' }, { minDaysOnArrival: 7 })).toBe('shelf-life');
  });
  it('shelf-life: when the last good day is before arrival', () => expect(ruleFor({ effectiveUntil: '2026-12-09' })).toBe('shelf-life'));
  it('shelf-life: when the days in transit use up the rest', () => {
    const lanes = [{ hub: 'tokyo', group: 'G1', transitDays: 1, costPerDelivery: 0, costPerCase: 0 }];
    expect(ruleFor({ hub: 'tokyo', effectiveUntil: '2026-12-10' }, {}, { lanes })).toBe('shelf-life');
  });
  it("minimum-lot: when the minimum is above the lot's maximum", () => {
    expect(ruleFor({ minCasesPerGroup: 5, maxCasesPerGroup: 4 })).toBe('minimum-lot');
  });
  it('minimum-lot: when the minimum is above the request', () => {
    expect(ruleFor({ minCasesPerGroup: 5 }, {}, { requests: [{ lot: 'L1', group: 'G1', maxCases: 4 }] })).toBe('minimum-lot');
  });
  it('minimum-lot: when the minimum is above all that there is', () => expect(ruleFor({ minCasesPerGroup: 11 })).toBe('minimum-lot'));
  it('minimum-lot: when one per household is more than the cap, rounded up to cases', () => {
    expect(ruleFor({ onePerHousehold: true, maxCasesPerGroup: 2 }, { need: 24 })).toBeNull();
    expect(ruleFor({ onePerHousehold: true, maxCasesPerGroup: 2 }, { need: 25 })).toBe('minimum-lot');
  });
  it('capacity: when not one case fits', () => {
    expect(ruleFor({ caseMillilitres: 501 }, { capacityMillilitres: { ambient: 500 } })).toBe('capacity');
  });
});

it('a pair counts under the first failing rule of the contract, and each in turn as the ones before are mended', () => {
  const lot: Partial<ProblemLot> = {
    excludedGroups: ['G1'],
    requires: ['a'],
    prefectures: ['40'],
    temperature: 'frozen',
    category: 'ice',
    allergens: ['乳'],
    effectiveUntil: '2026-12-01',
    minCasesPerGroup: 99,
    caseMillilitres: 9,
  };
  const group: Partial<ProblemGroup> = {
    capacityCases: { frozen: 0 },
    capacityMillilitres: { frozen: 8 },
    refusesCategories: ['ice'],
    refusesAllergens: ['乳'],
  };
  const rest = { requests: [] as never[], locks: [{ lot: 'L1', group: 'G1', cases: 0 }] };
  const mend: (() => void)[] = [
    () => Object.assign(lot, { excludedGroups: [] }),
    () => Object.assign(rest, { locks: [] }),
    () => Object.assign(rest, { requests: [{ lot: 'L1', group: 'G1', maxCases: 5 }] }),
    () => Object.assign(lot, { requires: [] }),
    () => Object.assign(lot, { prefectures: ['13'] }),
    () => Object.assign(group, { capacityCases: {} }),
    () => Object.assign(group, { refusesCategories: [] }),
    () => Object.assign(group, { refusesAllergens: [] }),
    () => Object.assign(lot, { effectiveUntil: '2027-01-01' }),
    () => Object.assign(lot, { minCasesPerGroup: 1 }),
    () => Object.assign(lot, { caseMillilitres: 8 }),
  ];
  const met = [ruleFor(lot, group, rest)];
  for (const step of mend) {
    step();
    met.push(ruleFor(lot, group, rest));
  }
  expect(met).toEqual([
    'excluded',
    'locked',
    'not-requested',
    'qualification',
    'prefecture',
    'temperature',
    'category',
    'allergen',
    'shelf-life',
    'minimum-lot',
    'capacity',
    null,
  ]);
});

it('every rule has its words in both languages, and no two the same', () => {
  const words = RULES.map((rule) => ruleText(rule));
  expect(new Set(words.map(({ ja }) => ja)).size).toBe(RULES.length);
  expect(new Set(words.map(({ en }) => en)).size).toBe(RULES.length);
});
