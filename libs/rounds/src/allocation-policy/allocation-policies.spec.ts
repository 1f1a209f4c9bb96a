import type { Problem } from '@wakachi/matching';
import { TestApplication } from '../../../../test/harness/application.js';
import { AllocationPolicies, RoundRuns, Rounds } from '../index.js';
import { DEFAULT_TERMS, type PolicyTerms } from './policy-terms.js';

const STRICT: PolicyTerms = {
  ...DEFAULT_TERMS,
  measure: 'cases',
  slack: '0.05',
  effort: 'thorough',
  pooledMinCases: 3,
  directMaxGroups: 2,
};
const CALL = { arrivalDate: '2026-12-10' } as const;

let app: TestApplication;
beforeAll(async () => {
  app = await TestApplication.start();
});
afterAll(() => app.stop());

const decide = (name: string, networkId: string, terms: PolicyTerms, reason = 'なぜなら') =>
  app.get(AllocationPolicies).decide(networkId, terms, reason, app.person(name, 'coordinator'));

/** What the journal has of it, in order. */
const noted = (networkId: string, kind: string) =>
  app.db.inNetwork(networkId, async (tx) => {
    const rows = await tx.query<{ body: string }[]>('SELECT body FROM journal_entry WHERE kind = $1 ORDER BY seq', [kind]);
    return rows.map(({ body }) => JSON.parse(body) as Record<string, unknown>);
  });

async function openRound(name: string, networkId: string, round: string, own: Partial<Pick<PolicyTerms, 'policy' | 'measure'>> = {}) {
  const createdBy = app.person(name, 'coordinator');
  const id = await app.get(Rounds).open(networkId, { ...CALL, name: round, createdBy, ...own });
  return app.get(Rounds).find(networkId, id);
}

describe("a network's allocation policy", () => {
  it('is nobody’s decision at first, and then a version for each', async () => {
    const networkId = await app.network('versions');
    await expect(app.get(AllocationPolicies).current(networkId)).resolves.toBeNull();
    await decide('versions', networkId, STRICT, 'ばらばらに届くと困るため');
    await decide('versions', networkId, DEFAULT_TERMS, '元に戻す');
    const by = app.person('versions', 'coordinator');
    await expect(app.get(AllocationPolicies).current(networkId)).resolves.toMatchObject({
      ...DEFAULT_TERMS,
      ...{ version: 2, reason: '元に戻す', decidedBy: by },
    });
    await expect(noted(networkId, 'allocation-policy-decided')).resolves.toMatchObject([
      { version: 1, before: DEFAULT_TERMS, after: STRICT, reason: 'ばらばらに届くと困るため', by },
      { version: 2, before: STRICT, after: DEFAULT_TERMS, reason: '元に戻す', by },
    ]);
  });

  it('has no gap and no twin when several people decide at once', async () => {
    const networkId = await app.network('at-once');
    const decided = await Promise.all([1, 2, 3, 4].map((least) => decide('at-once', networkId, { ...STRICT, pooledMinCases: least })));
    expect(decided.map(({ version }) => version).sort()).toEqual([1, 2, 3, 4]);
  });

  it('is of one network', async () => {
    const [ours, theirs] = [await app.network('ours'), await app.network('theirs')];
    await decide('ours', ours, STRICT);
    await expect(app.get(AllocationPolicies).current(theirs)).resolves.toBeNull();
    await expect(openRound('theirs', theirs, '配分回')).resolves.toMatchObject({ policyVersion: null, measure: DEFAULT_TERMS.measure });
  });

  it.each<[string, Partial<PolicyTerms>]>([
    ['a slack below 0', { slack: '-0.1' }],
    ['a slack that is no number', { slack: 'NaN' }],
    ['a minimum of no cases', { pooledMinCases: 0 }],
    ['no destination at all', { directMaxGroups: 0 }],
    ['a window below 0', { carryOverRounds: -1 }],
    ['an unknown measure', { measure: 'smiles' as never }],
  ])('is refused by the database itself with %s', async (what, wrong) => {
    const networkId = await app.network(what);
    await expect(decide(what, networkId, { ...STRICT, ...wrong })).rejects.toThrow(/check constraint/);
    await expect(noted(networkId, 'allocation-policy-decided')).resolves.toEqual([]);
  });
});

describe('a round', () => {
  it('keeps the version that it was opened under; its own measure or policy comes first', async () => {
    const networkId = await app.network('keeps');
    await expect(openRound('keeps', networkId, '一')).resolves.toMatchObject({ policyVersion: null, policy: DEFAULT_TERMS.policy });
    await decide('keeps', networkId, { ...STRICT, policy: 'queue' });
    await expect(openRound('keeps', networkId, '二')).resolves.toMatchObject({ policyVersion: 1, policy: 'queue', measure: 'cases' });
    await expect(openRound('keeps', networkId, '三', { measure: 'grams' })).resolves.toMatchObject({
      ...{ policyVersion: 1, policy: 'queue', measure: 'grams' },
    });
    await expect(noted(networkId, 'round-opened')).resolves.toMatchObject([
      { policyVersion: null },
      { policyVersion: 1, policy: 'queue', measure: 'cases' },
      { policyVersion: 1, measure: 'grams' },
    ]);
  });

  it('is computed by that version, whatever was decided since, and its frozen problem says all of it', async () => {
    const name = 'pinned';
    await decide(name, await app.network(name), STRICT);
    const { networkId, roundId } = await app.sampleRound(name);
    await decide(name, networkId, { ...DEFAULT_TERMS, slack: '9', pooledMinCases: 77, directMaxGroups: 88 });
    const runId = await app.get(RoundRuns).request(networkId, roundId, app.person(name, 'coordinator'));
    const { input } = await app.get(RoundRuns).find(networkId, runId);
    const problem = JSON.parse(input) as Problem;
    // The sample's round chooses policy and measure itself.
    expect(problem).toMatchObject({ policy: 'lot-by-lot', measure: 'units', slack: '0.05', effort: 'thorough' });
    const limits = (direct: boolean) => problem.lots.filter(({ hub }) => (hub === null) === direct);
    expect(limits(true).length).toBeGreaterThan(0);
    expect(limits(true).every(({ maxGroups }) => maxGroups === 2)).toBe(true);
    expect(limits(false).some(({ minCasesPerGroup }) => minCasesPerGroup === 3)).toBe(true);
    expect(limits(false).every(({ maxGroups }) => maxGroups === undefined)).toBe(true);
    await expect(noted(networkId, 'run-requested')).resolves.toMatchObject([{ run: runId, policyVersion: 1 }]);
  });
});
