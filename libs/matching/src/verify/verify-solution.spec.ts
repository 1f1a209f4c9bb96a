import { aGroup, aLot, aProblem, solve } from '../../test/builders.js';
import { allocate, type Problem, type Solution, verifySolution } from '../index.js';

const problem = aProblem({
  lots: [aLot({ cases: 8 }), aLot({ id: 'L2', cases: 6 })],
  groups: [aGroup(), aGroup({ id: 'G2', need: 30 })],
});
const good = allocate(problem);

function violationsOf(fields: Partial<Solution>, of: Problem = problem): string[] {
  return verifySolution(of, { ...allocate(of), ...fields }).map(({ where, text }) => `${where} ${text.en}`);
}

describe('the checker', () => {
  it.each<[string, Partial<Solution>, string]>([
    ['another problem', { problem: `sha256:${'0'.repeat(64)}` }, '/problem states'],
    ['another seed', { seed: 'x' }, '/seed states "x", but it is "s"'],
    ['another policy', { policy: 'queue' }, '/policy states "queue", but it is "lot-by-lot"'],
    ['a certificate that claims to be exact', { certificate: { exact: true } }, '/certificate/exact states true, but it is false'],
    ['a bound that this policy cannot give', { certificate: { exact: false, placedBound: 14 } }, '/certificate/placedBound states 14'],
    ['an award of an unknown lot', { awards: [{ lot: 'L9', group: 'G1', cases: 1 }] }, 'there is no lot L9'],
    ['an award to an unknown group', { awards: [{ lot: 'L1', group: 'G9', cases: 1 }] }, 'there is no group G9'],
    ['an award of nothing', { awards: [...good.awards, { lot: 'L2', group: 'G3', cases: 0 }] }, 'an award of no cases is not written'],
    ['awards out of order', { awards: good.awards.toReversed() }, '/awards/1 is not in order'],
    ['an award twice', { awards: [good.awards[0], ...good.awards] as Solution['awards'] }, '/awards/1 lot L1 for group G1 stands twice'],
    ['more than there is', { awards: [{ lot: 'L1', group: 'G1', cases: 9 }] }, 'lot L1 has 8 cases, but 9 are awarded'],
    ['a case that somebody could take', { awards: [] }, 'a case of lot L1 is left that group G1 could take'],
    [
      'a tight set that this policy cannot know',
      { reasons: [{ group: 'G1', kind: 'tight-set', lots: 1, cases: 8, groups: 2, text: { ja: '', en: '' } }] },
      '/reasons/0 states',
    ],
  ])('refuses %s', (_, fields, line) => {
    expect(violationsOf(fields).join('\n')).toContain(line);
  });

  const award = (cases: number) => ({ awards: [{ lot: 'L1', group: 'G1', cases }] });
  it.each<[string, Partial<Problem>, Partial<Solution>, string]>([
    ['excluded', { lots: [aLot({ excludedGroups: ['G1'] })] }, award(1), 'breaks the rule "excluded"'],
    ['a lock of 0', { locks: [{ lot: 'L1', group: 'G1', cases: 0 }] }, award(1), 'is locked at 0 cases, but has 1'],
    ['a lock', { locks: [{ lot: 'L1', group: 'G1', cases: 2 }] }, award(3), 'is locked at 2 cases, but has 3'],
    ['a lock that is forgotten', { locks: [{ lot: 'L1', group: 'G1', cases: 2 }] }, { awards: [] }, 'is locked at 2 cases, but has 0'],
    ['not-requested', { requests: [] }, award(1), 'breaks the rule "not-requested"'],
    ['qualification', { lots: [aLot({ requires: ['a'] })] }, award(1), 'breaks the rule "qualification"'],
    ['prefecture', { lots: [aLot({ prefectures: ['40'] })] }, award(1), 'breaks the rule "prefecture"'],
    ['temperature', { groups: [aGroup({ capacityCases: { ambient: 0 } })] }, award(1), 'breaks the rule "temperature"'],
    [
      'category',
      { lots: [aLot({ category: 'c' })], groups: [aGroup({ refusesCategories: ['c'] })] },
      award(1),
      'breaks the rule "category"',
    ],
    [
      'allergen',
      { lots: [aLot({ allergens: ['a'] })], groups: [aGroup({ refusesAllergens: ['a'] })] },
      award(1),
      'breaks the rule "allergen"',
    ],
    ['shelf-life', { lots: [aLot({ effectiveUntil: '2026-12-09' })] }, award(1), 'breaks the rule "shelf-life"'],
    ['a minimum', { lots: [aLot({ minCasesPerGroup: 3 })] }, award(2), 'breaks the rule "minimum-lot"'],
    [
      'one per household',
      { lots: [aLot({ onePerHousehold: true })], groups: [aGroup({ need: 13 })] },
      award(1),
      'breaks the rule "minimum-lot"',
    ],
    ['a maximum', { lots: [aLot({ maxCasesPerGroup: 3 })] }, award(4), 'breaks the rule "lot-maximum"'],
    ['a request', { requests: [{ lot: 'L1', group: 'G1', maxCases: 3 }] }, award(4), 'breaks the rule "lot-maximum"'],
    ['a ceiling', { groups: [aGroup({ maxCases: 3 })] }, award(4), 'G1 has 4, over the limit 3 of the rule "ceiling"'],
    ['a capacity in cases', { groups: [aGroup({ capacityCases: { ambient: 3 } })] }, award(4), 'over the limit 3 of the rule "capacity"'],
    [
      'a capacity in millilitres',
      { lots: [aLot({ caseMillilitres: 5 })], groups: [aGroup({ capacityMillilitres: { ambient: 19 } })] },
      award(4),
      'G1 has 20, over the limit 19 of the rule "capacity"',
    ],
    [
      'the most destinations',
      { lots: [aLot({ maxGroups: 1 })], groups: [aGroup(), aGroup({ id: 'G2' })] },
      {
        awards: [
          { lot: 'L1', group: 'G1', cases: 1 },
          { lot: 'L1', group: 'G2', cases: 1 },
        ],
      },
      'L1 has 2, over the limit 1 of the rule "max-groups"',
    ],
  ])('refuses an award against %s', (_, fields, tampered, line) => {
    expect(violationsOf(tampered, aProblem(fields)).join('\n')).toContain(line);
  });

  it('names a wrong level with what it should be', () => {
    const levels = good.levels.map((level) => (level.group === 'G1' ? { ...level, level: '1/2' } : level));
    const [wrong] = verifySolution(problem, { ...good, levels });
    expect(wrong?.where).toBe('/levels/0');
    expect(wrong?.text.ja).toContain('1/2');
  });

  it('refuses a leximin solution of an exact problem that does not claim to be exact', () => {
    const { policy: _, ...byDefault } = problem;
    const claimed = { ...good, policy: 'leximin' as const };
    expect(verifySolution(byDefault, claimed).map(({ where }) => where)).toContain('/certificate/exact');
  });

  it('accepts the empty round', () => {
    expect(verifySolution(aProblem({ lots: [], groups: [] }), solve({ lots: [], groups: [] }))).toEqual([]);
  });
});
