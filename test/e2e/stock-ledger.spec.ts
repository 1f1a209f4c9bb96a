import { randomUUID } from 'node:crypto';
import { HandOuts } from '@wakachi/distributions';
import { Lot } from '@wakachi/donations';
import { groupIdOf } from '@wakachi/groups';
import { deriveId } from '@wakachi/kernel';
import { accounts, move, StockLedger } from '@wakachi/stock-ledger';
import { TestApi } from '../harness/http.js';

const NAME = 'books';
let api: TestApi;
let groupId: string;
let lot: Lot;
const handOut = deriveId('hand-out', NAME);

beforeAll(async () => {
  api = await TestApi.start(NAME);
  const { networkId } = await api.domain.sampleRound(NAME);
  await api.domain.network('stranger');
  groupId = groupIdOf(networkId, 'G001');
  lot = await api.domain.db.inNetwork(networkId, (tx) => tx.findOneByOrFail(Lot, { lineNumber: 1 }));
  await api.domain.get(StockLedger).post(api.domain.db.dataSource, networkId, {
    commandId: deriveId('given', NAME),
    kind: 'test',
    effectiveAt: new Date('2026-10-20T03:00:00Z'),
    actorId: null,
    reason: null,
    postings: [move(networkId, lot.id, accounts.donorSource(lot.donorId), accounts.groupOnHand(groupId), 60)],
  });
  await api.domain.get(HandOuts).record(networkId, {
    id: handOut,
    groupId,
    roundId: null,
    handedOutOn: '2026-10-25',
    households: 10,
    children: 0,
    lines: [{ lotId: lot.id, units: 40 }],
    recordedBy: api.domain.person(NAME, 'group-admin'),
  });
}, 60_000);
afterAll(() => api.stop());

const slug = ({ status, body }: { status: number; body: { type?: string } }) => [status, body.type?.replace('/problems/', '')];

describe('the ledger over HTTP', () => {
  it('lists postings by voucher, a page at a time, and finds one', async () => {
    const first = await api.get('postings?limit=2');
    expect(first.body.items.map((posting: { voucher: number }) => posting.voucher)).toEqual([1, 2]);
    const rest = await api.get(`postings?limit=200&cursor=${first.body.next}`);
    expect(rest.body.items[0].voucher).toBe(3);
    expect(rest.body.next).toBeNull();
    const { body } = await api.get(`postings?placeId=${groupId}&lotId=${lot.id}&kind=hand-out&from=2026-10-25&to=2026-10-25`);
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({ commandId: handOut, kindJa: '配布', actorName: 'group-admin', reversedBy: null });
    expect(body.items[0].lines).toEqual([expect.objectContaining({ lotId: lot.id, units: 40 })]);
    expect((await api.get(`postings/${handOut}`)).body).toEqual(body.items[0]);
  });

  it('shows a network its own postings and books only', async () => {
    expect((await api.get('postings', 'coordinator', 'stranger')).body).toEqual({ items: [], next: null });
    expect(slug(await api.get(`postings/${handOut}`, 'coordinator', 'stranger'))).toEqual([404, 'unknown-transaction']);
    expect(slug(await api.get(`stock-ledger/2026-10?placeId=${groupId}`, 'coordinator', 'stranger'))).toEqual([404, 'unknown-account']);
    expect((await api.get('stock-ledger/2026-10', 'coordinator', 'stranger')).body.lots).toEqual([]);
    expect(slug(await api.post(`postings/${handOut}/reversal`, { reason: '他人' }, { network: 'stranger' }))).toEqual([
      404,
      'unknown-transaction',
    ]);
  });

  it('closes a month once, whoever sends it again, and lists it', async () => {
    const key = randomUUID();
    const closed = await api.post('periods/2026-10/close', undefined, { key });
    expect([closed.status, closed.body.month]).toEqual([200, '2026-10']);
    expect((await api.post('periods/2026-10/close', undefined, { key })).body).toEqual(closed.body);
    expect(slug(await api.post('periods/2026-10/close'))).toEqual([409, 'period-already-closed']);
    expect(slug(await api.post('periods/2026-11/close'))).toEqual([409, 'period-not-over']);
    expect(slug(await api.post('periods/2026-13/close'))).toEqual([422, 'request-invalid']);
    expect(slug(await api.post('periods/2026-09/close', undefined, { role: 'auditor' }))).toEqual([403, 'read-only-role']);
    expect((await api.get('periods', 'auditor')).body).toEqual([closed.body]);
  });

  it('asks for a reason that people can read', async () => {
    for (const body of [{}, { reason: '　' }, { reason: 'a\u202eb' }, { reason: 'あ'.repeat(501) }, { reason: null }])
      expect(slug(await api.post(`postings/${handOut}/reversal`, body))).toEqual([422, 'request-invalid']);
  });

  it('takes a posting of the closed month back once, with its reason and the next voucher', async () => {
    const key = randomUUID();
    const last = (await api.get('postings?sort=-voucher&limit=1')).body.items[0].voucher;
    const reversed = await api.post(`postings/${handOut}/reversal`, { reason: '別の団体の記録' }, { key, role: 'approver' });
    expect(reversed.status).toBe(201);
    expect(reversed.body).toMatchObject({
      voucher: last + 1,
      kind: 'reversal',
      reason: '別の団体の記録',
      reverses: { commandId: handOut },
    });
    expect((await api.post(`postings/${handOut}/reversal`, { reason: '別の団体の記録' }, { key, role: 'approver' })).body).toEqual(
      reversed.body,
    );
    expect(slug(await api.post(`postings/${handOut}/reversal`, { reason: 'もう一度' }))).toEqual([409, 'already-reversed']);
    expect((await api.get(`postings/${handOut}`)).body.reversedBy).toEqual({ commandId: reversed.body.commandId, voucher: last + 1 });
  });

  it('names what to do where a reversal would leave a record behind', async () => {
    const { body } = await api.get('postings?kind=pledge&limit=1');
    const refused = await api.post(`postings/${body.items[0].commandId}/reversal`, { reason: '誤り' });
    expect(slug(refused)).toEqual([409, 'mended-otherwise']);
    expect(refused.body.title).toContain('寄贈申出を取り下げて');
  });

  it('answers the stock ledger of a month as data and on paper', async () => {
    const october = await api.get(`stock-ledger/2026-10?placeId=${groupId}`, 'auditor');
    expect(october.body).toMatchObject({ month: '2026-10', closed: true, totals: { opening: 0, received: 60, issued: 40, closing: 20 } });
    const november = await api.get(`stock-ledger/2026-11?placeId=${groupId}`);
    expect(november.body.totals).toEqual({ opening: 20, received: 40, issued: 0, closing: 60 });
    expect(november.body.lots[0].rows[0]).toMatchObject({ kindJa: '赤伝', reason: '別の団体の記録', received: 40, balance: 60 });
    const paper = await api.get(`stock-ledger/2026-10.pdf?placeId=${groupId}`, 'auditor');
    expect([paper.status, paper.headers['content-type']]).toEqual([200, 'application/pdf']);
    expect(paper.headers['content-disposition']).toBe('inline; filename="stock-ledger-2026-10.pdf"');
    expect((paper.body as Buffer).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('refuses months, places and lots that are none', async () => {
    for (const path of ['2026-00', '2026-1', 'x', '2026-00.pdf'])
      expect(slug(await api.get(`stock-ledger/${path}`))).toEqual([422, 'request-invalid']);
    expect(slug(await api.get('stock-ledger/2026-10?placeId=x'))).toEqual([422, 'request-invalid']);
    expect(slug(await api.get(`stock-ledger/2026-10.pdf?lotId=${randomUUID()}`))).toEqual([404, 'unknown-lot']);
    expect(slug(await api.get('postings?from=2026-02-30'))).toEqual([422, 'request-invalid']);
    expect(slug(await api.get('stock-ledger/2026-10', 'group-admin'))).toEqual([403, 'role-not-allowed']);
  });
});
