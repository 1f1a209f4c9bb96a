import { aGroup, aLot, aProblem } from '../../test/builders.js';
import { type Problem, type ProblemGroup, type ProblemLot, ProblemMalformed, parseProblem, validateProblem } from '../index.js';

function refusal(text: string): ProblemMalformed {
  try {
    parseProblem(text);
  } catch (error) {
    if (error instanceof ProblemMalformed) return error;
    throw error;
  }
  throw new Error(`accepted: ${text.slice(0, 200)}`);
}

const pointerOf = (problem: object) => refusal(JSON.stringify(problem)).pointer;
const withLot = (fields: object) => aProblem({ lots: [aLot(fields as Partial<ProblemLot>)] });
const withGroup = (fields: object) => aProblem({ groups: [aGroup(fields as Partial<ProblemGroup>)] });
const without = (item: object, name: string) => Object.fromEntries(Object.entries(item).filter(([key]) => key !== name));
const changed = (fields: object) => ({ ...aProblem(), ...fields });

describe('a problem is malformed, and the pointer says where', () => {
  it.each<[string, object, string]>([
    ['another format', changed({ format: 'wakachi.solution/1' }), '/format'],
    ['no format', without(aProblem(), 'format'), '/format'],
    ['no seed', without(aProblem(), 'seed'), '/seed'],
    ['no lots', without(aProblem(), 'lots'), '/lots'],
    ['no groups', without(aProblem(), 'groups'), '/groups'],
    ['no measure', without(aProblem(), 'measure'), '/measure'],
    ['a seed that is a number', changed({ seed: 7 }), '/seed'],
    ['an unknown field', changed({ hubs: [] }), '/hubs'],
    ['an unknown field, its name escaped', changed({ 'a/b~c': 1 }), '/a~1b~0c'],
    ['an unknown field of a lot', withLot({ colour: 'red' }), '/lots/0/colour'],
    ['an unknown field of a group', withGroup({ name: 'x' }), '/groups/0/name'],
    ['an unknown temperature class', withGroup({ capacityCases: { warm: 1 } }), '/groups/0/capacityCases/warm'],
    ['an unknown temperature', withLot({ temperature: 'warm' }), '/lots/0/temperature'],
    ['an unknown measure', changed({ measure: 'tons' }), '/measure'],
    ['an unknown policy', changed({ policy: 'random' }), '/policy'],
    ['an unknown effort', changed({ effort: 'max' }), '/effort'],
    ['slack as a number', changed({ slack: 0 }), '/slack'],
    ['slack below 0', changed({ slack: '-0.1' }), '/slack'],
    ['a date that does not exist', changed({ arrivalDate: '2026-02-30' }), '/arrivalDate'],
    ['a date with a time', withLot({ effectiveUntil: '2026-12-31T00:00:00Z' }), '/lots/0/effectiveUntil'],
    ['null where only hub may be null', withLot({ effectiveUntil: null }), '/lots/0/effectiveUntil'],
    ['lots that are no list', changed({ lots: {} }), '/lots'],
    ['a lot that is no object', changed({ lots: ['L1'] }), '/lots/0'],
    ['no cases', withLot({ cases: 0 }), '/lots/0/cases'],
    ['fewer than no cases', withLot({ cases: -1 }), '/lots/0/cases'],
    ['half a case', withLot({ cases: 1.5 }), '/lots/0/cases'],
    ['cases as text', withLot({ cases: '10' }), '/lots/0/cases'],
    ['cases beyond 2^53', withLot({ cases: 2 ** 53 }), '/lots/0/cases'],
    ['no units per case', withLot({ unitsPerCase: 0 }), '/lots/0/unitsPerCase'],
    ['a size of 0', withLot({ caseGrams: 0 }), '/lots/0/caseGrams'],
    ['a negative minimum of days', withLot({ minDaysOnArrival: -1 }), '/lots/0/minDaysOnArrival'],
    ['a flag as text', withLot({ onePerHousehold: 'yes' }), '/lots/0/onePerHousehold'],
    ['an allergen as a number', withLot({ allergens: ['卵', 3] }), '/lots/0/allergens/1'],
    ['a group without need', withGroup({ need: 0 }), '/groups/0/need'],
    ['a group without a prefecture', { ...aProblem(), groups: [without(aGroup(), 'prefecture')] }, '/groups/0/prefecture'],
    ['a negative capacity', withGroup({ capacityCases: { frozen: -1 } }), '/groups/0/capacityCases/frozen'],
    ['negative carry-over', withGroup({ received: -1 }), '/groups/0/received'],
    ['an empty id', withLot({ id: '' }), '/lots/0/id'],
    ['an id of 65 characters', withGroup({ id: 'x'.repeat(65) }), '/groups/0/id'],
    ['a lot id twice', changed({ lots: [aLot(), aLot()] }), '/lots/1/id'],
    ['a group id twice', changed({ groups: [aGroup(), aGroup()] }), '/groups/1/id'],
    ['an exclusion of nobody', withLot({ excludedGroups: ['G9'] }), '/lots/0/excludedGroups/0'],
    ['an exclusion twice', withLot({ excludedGroups: ['G1', 'G1'] }), '/lots/0/excludedGroups/1'],
    ['a request for no lot', changed({ requests: [{ lot: 'L9', group: 'G1', maxCases: 1 }] }), '/requests/0/lot'],
    ['a request of nobody', changed({ requests: [{ lot: 'L1', group: 'G9', maxCases: 1 }] }), '/requests/0/group'],
    ['a lock on no lot', changed({ locks: [{ lot: 'L9', group: 'G1', cases: 1 }] }), '/locks/0/lot'],
    ['a previous award to nobody', changed({ previous: [{ lot: 'L1', group: 'G9', cases: 1 }] }), '/previous/0/group'],
    [
      'a lane to nobody',
      changed({ lanes: [{ hub: 'h', group: 'G9', transitDays: 0, costPerDelivery: 0, costPerCase: 0 }] }),
      '/lanes/0/group',
    ],
    [
      'a lane without a hub',
      changed({ lanes: [{ hub: null, group: 'G1', transitDays: 0, costPerDelivery: 0, costPerCase: 0 }] }),
      '/lanes/0/hub',
    ],
    ['a size that the measure uses', changed({ measure: 'grams' }), '/lots/0/caseGrams'],
    ['a price that the measure uses', changed({ measure: 'yen' }), '/lots/0/caseYen'],
    ['a volume that a capacity uses', withGroup({ capacityMillilitres: { ambient: 9 } }), '/lots/0/caseMillilitres'],
    ['a sum of cases beyond 2^53', changed({ lots: [aLot({ cases: 2 ** 52 }), aLot({ id: 'L2', cases: 2 ** 52 })] }), '/lots/1/cases'],
    ['a measure beyond 2^53', { ...withLot({ cases: 2 ** 30, unitsPerCase: 2 ** 24 }), measure: 'units' }, '/lots/0/cases'],
    ['carry-over and cases beyond 2^53', withGroup({ received: 2 ** 53 - 5 }), '/groups/0/received'],
    ['levels of leximin beyond 2^53', { ...withGroup({ received: 2 ** 40, need: 2 ** 13 }), policy: 'leximin' }, '/groups/0/need'],
  ])('%s', (_, problem, pointer) => {
    expect(pointerOf(problem)).toBe(pointer);
  });

  it.each(['requests', 'locks', 'previous'] as const)('a pair twice in %s', (name) => {
    const pair = { lot: 'L1', group: 'G1', ...(name === 'requests' ? { maxCases: 1 } : { cases: 1 }) };
    expect(pointerOf(changed({ [name]: [pair, pair] }))).toBe(`/${name}/1`);
  });

  it('a lane twice', () => {
    const lane = { hub: 'h', group: 'G1', transitDays: 0, costPerDelivery: 0, costPerCase: 0 };
    expect(pointerOf(changed({ lanes: [lane, lane] }))).toBe('/lanes/1');
  });

  it('more than 20,000 groups', () => {
    const groups = Array.from({ length: 20_001 }, (_, i) => aGroup({ id: `G${i}` }));
    expect(pointerOf(aProblem({ groups }))).toBe('/groups');
  });

  it('more than 100,000 lots', () => {
    const lots = Array.from({ length: 100_001 }, (_, i) => aLot({ id: `L${i}` }));
    expect(() => validateProblem(aProblem({ lots }))).toThrow(expect.objectContaining({ pointer: '/lots' }));
  });
});

describe('a text is malformed', () => {
  const text = JSON.stringify(aProblem());

  it.each<[string, string, string]>([
    ['empty', '', ''],
    ['cut short', text.slice(0, -1), ''],
    ['with something after the end', `${text} x`, ''],
    ['a list', '[]', ''],
    ['with a trailing comma', text.replace('"seed":"s",', '"seed":"s",,'), ''],
    ['with a key twice', text.replace('"seed":"s"', '"seed":"s","seed":"t"'), '/seed'],
    ['with a key twice, once escaped', text.replace('"seed":"s"', '"seed":"s","\\u0073eed":"t"'), '/seed'],
    ['with a key twice in a lot', text.replace('"cases":10', '"cases":10,"cases":11'), '/lots/0/cases'],
    ['with the key __proto__', text.replace('"cases":10', '"cases":10,"__proto__":{}'), '/lots/0/__proto__'],
    ['with a lone surrogate', text.replace('"seed":"s"', '"seed":"\\ud800"'), '/seed'],
    ['with a lone surrogate as an id', text.replace('"L1"', '"\\udc00x"'), '/lots/0/id'],
    ['with a control character', text.replace('"seed":"s"', '"seed":"\n"'), '/seed'],
    ['with an unknown escape', text.replace('"seed":"s"', '"seed":"\\x41"'), '/seed'],
    ['with an exponent', text.replace('"cases":10', '"cases":1e1'), '/lots/0/cases'],
    ['with a leading zero', text.replace('"cases":10', '"cases":010'), '/lots/0'],
    ['with NaN', text.replace('"cases":10', '"cases":NaN'), '/lots/0/cases'],
    ['with a number that a double would round', text.replace('"cases":10', '"cases":9007199254740993'), '/lots/0/cases'],
    ['nested without end', '['.repeat(100_000), '/0'.repeat(17)],
  ])('%s', (_, malformed, pointer) => {
    expect(refusal(malformed).pointer).toBe(pointer);
  });

  it('says the line and column where it stops being JSON', () => {
    expect(refusal('{\n  "format": oops }').text.en).toContain('line 2, column 13');
  });

  it('with a million escapes in one string: refused or read, never a crash', () => {
    const long = text.replace('"seed":"s"', `"seed":"${'\\n'.repeat(1_000_000)}"`);
    expect(() => parseProblem(long)).not.toThrow(RangeError);
  });
});

describe('a problem is well formed', () => {
  it.each<[string, Partial<Problem>]>([
    ['without lots or groups', { lots: [], groups: [] }],
    ['with an id of 64 characters', { lots: [aLot({ id: '🍚'.repeat(64) })] }],
    ['with an empty seed', { seed: '' }],
    ['with a volume missing that no capacity uses', { groups: [aGroup({ capacityMillilitres: { frozen: 5 } })] }],
    ['with no requests at all', { requests: [] }],
    ['with a slack', { slack: '0.05' }],
  ])('%s', (_, fields) => {
    expect(parseProblem(JSON.stringify(aProblem(fields)))).toEqual(aProblem(fields));
  });
});

describe('a lock that breaks a rule is malformed, and the message names the rule', () => {
  const lock = (cases: number, lot = 'L1', group = 'G1') => ({ lot, group, cases });
  it.each<[string, Partial<Problem>]>([
    ['excluded', { lots: [aLot({ excludedGroups: ['G1'] })], locks: [lock(1)] }],
    ['not-requested', { requests: [], locks: [lock(1)] }],
    ['qualification', { lots: [aLot({ requires: ['a'] })], locks: [lock(1)] }],
    ['prefecture', { lots: [aLot({ prefectures: ['40'] })], locks: [lock(1)] }],
    ['temperature', { groups: [aGroup({ capacityCases: { ambient: 0 } })], locks: [lock(1)] }],
    ['category', { lots: [aLot({ category: 'c' })], groups: [aGroup({ refusesCategories: ['c'] })], locks: [lock(1)] }],
    ['allergen', { lots: [aLot({ allergens: ['a'] })], groups: [aGroup({ refusesAllergens: ['a'] })], locks: [lock(1)] }],
    ['shelf-life', { lots: [aLot({ effectiveUntil: '2026-12-09' })], locks: [lock(1)] }],
    ['minimum-lot', { lots: [aLot({ minCasesPerGroup: 3 })], locks: [lock(2)] }],
    ['capacity', { groups: [aGroup({ capacityCases: { ambient: 2 } })], locks: [lock(3)] }],
    ['capacity', { lots: [aLot({ caseMillilitres: 5 })], groups: [aGroup({ capacityMillilitres: { ambient: 14 } })], locks: [lock(3)] }],
    ['lot-maximum', { lots: [aLot({ maxCasesPerGroup: 2 })], locks: [lock(3)] }],
    ['request-met', { requests: [{ lot: 'L1', group: 'G1', maxCases: 2 }], locks: [lock(3)] }],
    ['ceiling', { groups: [aGroup({ maxCases: 2 })], locks: [lock(3)] }],
    ['supply', { locks: [lock(11)] }],
  ])('%s', (rule, fields) => {
    const { pointer, text } = refusal(JSON.stringify(aProblem(fields)));
    expect(pointer).toBe('/locks/0');
    expect(text.en).toContain(`"${rule}"`);
    expect(text.ja).toContain(rule);
  });

  it.each<[string, Partial<Problem>]>([
    ['max-groups', { lots: [aLot({ maxGroups: 1 })], groups: [aGroup(), aGroup({ id: 'G2' })], locks: [lock(1), lock(1, 'L1', 'G2')] }],
    ['supply', { groups: [aGroup(), aGroup({ id: 'G2' })], locks: [lock(6), lock(5, 'L1', 'G2')] }],
    ['ceiling', { lots: [aLot(), aLot({ id: 'L2' })], groups: [aGroup({ maxCases: 5 })], locks: [lock(3), lock(3, 'L2')] }],
  ])('%s, by several locks together', (rule, fields) => {
    const { pointer, text } = refusal(JSON.stringify(aProblem(fields)));
    expect(pointer).toBe('/locks/1');
    expect(text.en).toContain(`"${rule}"`);
  });

  it('but a lock of 0 on an ineligible pair breaks nothing', () => {
    const fields = { lots: [aLot({ excludedGroups: ['G1'] })], locks: [lock(0)] };
    expect(() => validateProblem(aProblem(fields))).not.toThrow();
  });
});
