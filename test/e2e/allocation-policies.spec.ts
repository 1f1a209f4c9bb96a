import { randomUUID } from 'node:crypto';
import { TestApi } from '../harness/http.js';

const NAME = 'allocation-policies';
const TERMS = {
  ...{ policy: 'lot-by-lot', measure: 'cases', slack: '0.05', effort: 'thorough' },
  ...{ pooledMinCases: 2, directMinCases: null, directMaxGroups: 10, carryOverRounds: 6 },
};

let api: TestApi;
beforeAll(async () => {
  api = await TestApi.start(NAME);
  await api.domain.network(NAME);
}, 60_000);
afterAll(() => api.stop());

describe('the allocation policy over HTTP', () => {
  it('begins with the defaults, which nobody has decided', async () => {
    const { status, body, headers } = await api.get('allocation-policies/current', 'auditor');
    expect([status, body.version, body.decidedBy, body.slack]).toEqual([200, null, null, '0']);
    expect(headers['etag']).toBeDefined();
    expect((await api.get('allocation-policies')).body).toEqual({ items: [], next: null });
  });

  it('is decided once, however often it is sent, and listed with the latest first', async () => {
    const key = randomUUID();
    const first = await api.post('allocation-policies', { ...TERMS, reason: '最低出荷単位を決めたため' }, { key });
    const again = await api.post('allocation-policies', { ...TERMS, reason: '最低出荷単位を決めたため' }, { key });
    expect([first.status, again.status, again.body]).toEqual([201, 201, first.body]);
    await api.post('allocation-policies', { ...TERMS, slack: '0', reason: 'やめる' });
    expect((await api.get('allocation-policies/current')).body).toMatchObject({ ...TERMS, slack: '0', version: 2, reason: 'やめる' });
    const page = (await api.get('allocation-policies?limit=1')).body;
    expect(page.items).toMatchObject([{ version: 2 }]);
    const next = (await api.get(`allocation-policies?limit=1&cursor=${page.next}`)).body;
    expect(next).toMatchObject({ items: [{ ...TERMS, version: 1 }], next: null });
  });

  it('holds for a round that chooses nothing itself', async () => {
    const { version } = (await api.get('allocation-policies/current')).body;
    const { status, body } = await api.post('rounds', { name: '方針どおりの配分回', arrivalDate: '2026-12-10' });
    expect([status, body.measure, body.policy, body.policyVersion]).toEqual([201, 'cases', 'lot-by-lot', version]);
  });

  it.each([
    ['/slack', { slack: '1e3' }],
    ['/slack', { slack: 5 }],
    ['/slack', { slack: '-0.05' }],
    ['/policy', { policy: 'choice' }],
    ['/measure', { measure: 'smiles' }],
    ['/pooledMinCases', { pooledMinCases: 0 }],
    ['/directMinCases', { directMinCases: undefined }],
    ['/directMaxGroups', { directMaxGroups: '10' }],
    ['/carryOverRounds', { carryOverRounds: -1 }],
    ['/carryOverRounds', { carryOverRounds: null }],
    ['/reason', { reason: '　' }],
    ['/version', { version: 9 }],
    ['/decidedBy', { decidedBy: randomUUID() }],
  ])('is refused with a wrong %s: %j', async (pointer, wrong) => {
    const { status, body } = await api.post('allocation-policies', { ...TERMS, reason: '試し', ...wrong });
    expect([status, body.type, body.errors.map((error: { pointer: string }) => error.pointer)]).toEqual([
      ...[422, '/problems/request-invalid', [pointer]],
    ]);
  });

  it.each([
    ['auditor', '/problems/read-only-role'],
    ['group-admin', '/problems/role-not-allowed'],
  ])('is not decided by the %s', async (role, type) => {
    expect((await api.post('allocation-policies', { ...TERMS, reason: '試し' }, { role })).body.type).toBe(type);
  });
});
