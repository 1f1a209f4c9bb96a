import { randomUUID } from 'node:crypto';
import { Lot } from '@wakachi/donations';
import type { Problem } from '@wakachi/matching';
import { TestApi } from '../harness/http.js';

const NAME = 'round-targets';
const REASON = '乳児の人数に合わせるため';
let api: TestApi;
let networkId: string;
let roundId: string;
let lot: Lot;
let entry: { id: string; groupId: string };

beforeAll(async () => {
  api = await TestApi.start(NAME);
  ({ networkId, roundId } = await api.domain.sampleRound(NAME));
  const lots = await api.domain.db.inNetwork(networkId, (tx) => tx.find(Lot, { order: { lineNumber: 'ASC' } }));
  lot = lots.find(({ name }) => name.includes('おむつ')) ?? (lots.at(-1) as Lot);
  entry = (await api.get(`rounds/${roundId}/entries?takesPart=true&limit=1`)).body.items[0];
}, 60_000);
afterAll(() => api.stop());

const decide = (targets: object[], more: { role?: string; key?: string } = {}) =>
  api.post(`rounds/${roundId}/targets`, { targets, reason: REASON }, more);
const forInfants = (unitsPerPerson: number) => ({ lotId: lot.id, target: 'infants', unitsPerPerson });

describe('goods for certain people', () => {
  it('are nobody’s decision at first, then a list that replaces the one before, and the journal has both', async () => {
    expect((await api.get(`rounds/${roundId}/targets`, 'auditor')).body).toEqual({ items: [] });
    const key = randomUUID();
    const first = await decide([forInfants(30)], { key });
    expect([first.status, first.body]).toEqual([201, { items: [forInfants(30)] }]);
    expect((await decide([forInfants(30)], { key })).body).toEqual(first.body);
    await decide([forInfants(40)]);
    expect((await api.get(`rounds/${roundId}/targets`)).body).toEqual({ items: [forInfants(40)] });
    const rows = await api.domain.db.inNetwork(networkId, (tx) =>
      tx.query<{ body: string }[]>(`SELECT body FROM journal_entry WHERE kind = 'round-targets-decided' ORDER BY seq`),
    );
    const said = (unitsPerPerson: number) => [{ lot: lot.id, target: 'infants', unitsPerPerson }];
    expect(rows.map(({ body }) => JSON.parse(body))).toMatchObject([
      { round: roundId, before: [], after: said(30), reason: REASON },
      { round: roundId, before: said(30), after: said(40), reason: REASON },
    ]);
  });

  it('reach the engine as requests: so many units for each person that the group declared, in whole cases', async () => {
    const persons = 3 * lot.unitsPerCase + 1;
    const read = await api.get(`entries/${entry.id}`);
    const settled = await api.patch(
      `entries/${entry.id}`,
      { declaredPersons: [{ target: 'infants', persons }], reason: '電話で確認' },
      read.headers['etag'],
    );
    expect([settled.status, settled.body.declaredPersons]).toEqual([200, [{ target: 'infants', persons }]]);
    await decide([forInfants(1)]);
    const run = (await api.post(`rounds/${roundId}/runs`)).body;
    const problem = (await api.get(`runs/${run.id}/input`)).body as Problem;
    const named = problem.lots.find(
      ({ cases, unitsPerCase, id }) => id.includes(String(lot.lineNumber)) && cases === lot.cases && unitsPerCase === lot.unitsPerCase,
    );
    const requests = problem.requests?.filter((request) => request.lot === named?.id);
    expect(requests?.map(({ maxCases }) => maxCases)).toEqual([3]);
    const others = problem.lots.filter(({ id }) => id !== named?.id);
    for (const { id } of others) expect(problem.requests?.filter((request) => request.lot === id)).toHaveLength(problem.groups.length);
    await decide([]);
    const plain = (await api.post(`rounds/${roundId}/runs`)).body;
    expect((await api.get(`runs/${plain.id}/input`)).body.requests).toBeUndefined();
  });

  it.each([
    ['/targets/0/unitsPerPerson', [{ target: 'infants', unitsPerPerson: 0 }]],
    ['/targets/0/target', [{ target: 'dogs', unitsPerPerson: 1 }]],
    [
      '/targets',
      [
        { target: 'infants', unitsPerPerson: 1 },
        { target: 'elderly', unitsPerPerson: 1 },
      ],
    ],
  ])('are refused with a wrong %s', async (pointer, targets) => {
    const { status, body } = await decide(targets.map((target) => ({ lotId: lot.id, ...target })));
    expect([status, body.errors?.map((error: { pointer: string }) => error.pointer)]).toEqual([422, [pointer]]);
  });

  it('are refused for a lot that is not there, and by those who do not decide', async () => {
    expect((await decide([{ ...forInfants(1), lotId: randomUUID() }])).body.type).toBe('/problems/lot-not-found');
    expect((await decide([], { role: 'auditor' })).body.type).toBe('/problems/read-only-role');
  });
});
