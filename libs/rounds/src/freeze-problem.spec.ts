import { Lot } from '@wakachi/donations';
import { Qualification, RecipientGroup, Site } from '@wakachi/groups';
import { eligibility, validateProblem } from '@wakachi/matching';
import { DEFAULT_TERMS, type PolicyTerms } from './allocation-policy/policy-terms.js';
import { freezeProblem, type Participant } from './freeze-problem.js';
import { Round } from './round.entity.js';
import { RoundEntry } from './round-entry.entity.js';

/** 10 December 2026 is a Thursday. */
const round = Object.assign(new Round(), { arrivalDate: '2026-12-10', measure: 'units', policy: 'lot-by-lot', seed: 's' });

function lot(with_: Partial<Lot> = {}): Lot {
  const plain = {
    id: 'L',
    lineNumber: 1,
    donorId: 'D',
    hubId: 'H',
    cases: 10,
    unitsPerCase: 24,
    caseGrams: 5000,
    caseMillilitres: 20_000,
    temperature: 'ambient',
  };
  const rules = {
    category: 'retort',
    allergens: [],
    effectiveUntil: '2027-03-31',
    requires: [],
    prefectures: null,
    minCasesPerGroup: null,
    bookUnitYen: 100,
  };
  return Object.assign(new Lot(), plain, rules, with_);
}

function participant(
  parts: {
    group?: Partial<RecipientGroup>;
    entry?: Partial<RoundEntry>;
    site?: Partial<Site>;
    agreement?: [string | null, string | null] | null;
    also?: Qualification['kind'][];
    received?: number;
  } = {},
): Participant {
  const [validFrom, validUntil] = parts.agreement === undefined ? ['2024-04-01', '2027-03-31'] : (parts.agreement ?? []);
  const qualification = (kind: Qualification['kind'], from: string | null, until: string | null) =>
    Object.assign(new Qualification(), { kind, validFrom: from, validUntil: until });
  return {
    group: Object.assign(
      new RecipientGroup(),
      { id: 'G', code: 'G001', prefecture: '13', refusesCategories: [], refusesTemperatures: [] },
      parts.group,
    ),
    entry: Object.assign(
      new RoundEntry(),
      { approvedHouseholds: 50, ambientCases: null, chilledCases: null, frozenCases: null, unavailableDates: [], declaredPersons: {} },
      parts.entry,
    ),
    site: Object.assign(
      new Site(),
      { receivingWeekdays: [], ambientMillilitres: null, chilledMillilitres: null, frozenMillilitres: null },
      parts.site,
    ),
    qualifications: [
      ...(parts.agreement === null ? [] : [qualification('agreement', validFrom ?? null, validUntil ?? null)]),
      ...(parts.also ?? []).map((kind) => qualification(kind, null, '2027-12-31')),
    ],
    received: parts.received ?? 0,
  };
}

/** All cases of the lots are free. */
const freeze = (lots: Lot[], participants: Participant[], terms: Partial<PolicyTerms> = {}) =>
  freezeProblem(round, { ...DEFAULT_TERMS, ...terms }, lots, new Map(lots.map((l) => [l.id, l.cases])), participants);

/** The rule that turns the group away from the lot, or null. */
function ruleFor(of: { lot?: Partial<Lot>; to?: Parameters<typeof participant>[0] }): string | null {
  const problem = validateProblem(JSON.parse(JSON.stringify(freeze([lot(of.lot)], [participant(of.to)]))));
  return [...eligibility(problem)][0]?.rule ?? null;
}

describe('what the engine is told', () => {
  it('lets a group with a valid agreement have an unconditional lot', () => {
    expect(ruleFor({})).toBeNull();
  });

  it.each([
    ['has lapsed', ['2022-04-01', '2026-09-30'] as [string, string]],
    ['begins later', ['2026-12-11', '2027-03-31'] as [string, string]],
    ['is missing', null],
  ])('gives nothing at all to a group whose agreement %s', (_, agreement) => {
    expect(ruleFor({ to: { agreement } })).toBe('qualification');
  });

  it('still counts an agreement that ends on the arrival day', () => {
    expect(ruleFor({ to: { agreement: ['2024-04-01', '2026-12-10'] } })).toBeNull();
  });

  it.each(['insurance', 'hygiene-manager', 'freezer'] as const)('asks for a %s only where the lot does', (kind) => {
    expect(ruleFor({ lot: { requires: [kind] } })).toBe('qualification');
    expect(ruleFor({ lot: { requires: [kind] }, to: { also: [kind] } })).toBeNull();
  });

  it('keeps a lot inside its region', () => {
    expect(ruleFor({ lot: { prefectures: ['40', '41'] } })).toBe('prefecture');
    expect(ruleFor({ lot: { prefectures: ['40', '41'] }, to: { group: { prefecture: '41' } } })).toBeNull();
  });

  it('sends no frozen goods to a group that declared no freezer', () => {
    expect(ruleFor({ lot: { temperature: 'frozen' } })).toBe('temperature');
    expect(ruleFor({ lot: { temperature: 'frozen' }, to: { site: { frozenMillilitres: 100_000 } } })).toBeNull();
  });

  it('reads 要冷蔵品 as a refusal of chilled goods, whatever the store could hold', () => {
    const to = { site: { chilledMillilitres: 100_000 }, group: { refusesTemperatures: ['chilled'] } } as Parameters<typeof participant>[0];
    expect(ruleFor({ lot: { temperature: 'chilled' }, to })).toBe('temperature');
  });

  it('keeps a refused category away', () => {
    expect(ruleFor({ to: { group: { refusesCategories: ['retort'] } } })).toBe('category');
  });

  it('judges shelf life on the day the group can receive, not on the round’s', () => {
    const until = { effectiveUntil: '2026-12-12' };
    expect(ruleFor({ lot: until })).toBeNull();
    // Sundays only: the 13th.
    expect(ruleFor({ lot: until, to: { site: { receivingWeekdays: [0] } } })).toBe('shelf-life');
    // Thursdays, but not on the 10th: the 17th.
    expect(ruleFor({ lot: until, to: { site: { receivingWeekdays: [4] }, entry: { unavailableDates: ['2026-12-10'] } } })).toBe(
      'shelf-life',
    );
  });

  it('counts a lot whose size nobody gave as the largest case of the round', () => {
    const problem = freeze(
      [lot(), lot({ id: 'M', lineNumber: 2, caseMillilitres: null }), lot({ id: 'N', lineNumber: 3, caseMillilitres: 44_000 })],
      [participant()],
    );
    expect(problem.lots.map((l) => l.caseMillilitres)).toEqual([20_000, 44_000, 44_000]);
  });

  it('takes the tighter of a store’s volume and the cases that the entry names', () => {
    const problem = freeze([lot()], [participant({ site: { ambientMillilitres: 60_000 }, entry: { ambientCases: 2 } })]);
    expect(problem.groups[0]).toMatchObject({
      capacityCases: { ambient: 2 },
      capacityMillilitres: { ambient: 60_000, chilled: 0, frozen: 0 },
    });
  });

  it('says the whole policy, defaults and all', () => {
    const terms = { policy: 'queue', measure: 'grams', slack: '0.05', effort: 'thorough' } as const;
    expect(freeze([lot()], [participant()], terms)).toMatchObject(terms);
    expect(freeze([lot()], [participant()])).toMatchObject({ policy: 'leximin', measure: 'units', slack: '0', effort: 'quick' });
  });

  it('says what the rounds before gave, where they gave anything', () => {
    const frozen = freeze([lot()], [participant({ received: 240 }), participant({ group: { code: 'G002' } })]);
    expect(frozen.groups.map(({ received }) => received)).toEqual([240, undefined]);
  });

  describe("takes the network's minimum lots and destinations", () => {
    const limits = (of: Partial<Lot>, terms: Partial<PolicyTerms>) => {
      const [frozen] = freeze([lot(of)], [participant()], terms).lots;
      return [frozen?.minCasesPerGroup, frozen?.maxGroups];
    };
    const all = { pooledMinCases: 2, directMinCases: 5, directMaxGroups: 3 };

    it.each<[string, Partial<Lot>, Partial<PolicyTerms>, [number | undefined, number | undefined]]>([
      ['nothing where nothing was decided', {}, {}, [undefined, undefined]],
      ['the pooled minimum for a lot of a hub', { hubId: 'H' }, all, [2, undefined]],
      ['the direct minimum and the destinations for a lot without one', { hubId: null }, all, [5, 3]],
      ["a lot's own minimum, though it is smaller", { hubId: null, minCasesPerGroup: 1 }, all, [1, 3]],
      ["a lot's own minimum, though it is larger than the lot", { minCasesPerGroup: 40 }, all, [40, undefined]],
      ['no more than what is left of the lot', { hubId: null, cases: 4 }, all, [4, 3]],
    ])('%s', (_, of, terms, expected) => {
      expect(limits(of, terms)).toEqual(expected);
    });
  });
});
