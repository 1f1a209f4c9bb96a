import { commandId, lotId, PLACES, SmallLedger } from '../../test/small-ledger.js';
import { accountId, Corrections, findPosting, Periods, postingsPage, stockOf } from '../index.js';

const NAME = 'corrections';
let small: SmallLedger;
const reverse = (name: string, reason = '数え間違い', role: 'approver' | 'coordinator' | 'hub-operator' = 'approver') =>
  small.app.get(Corrections).reverse(small.networkId, commandId(name), reason, small.app.person(NAME, role));
const read = (id: string) => small.app.db.inNetwork(small.networkId, (tx) => findPosting(tx, id));
const unitsAt = async (place: keyof typeof PLACES) => {
  const id = accountId(small.networkId, PLACES[place]);
  return (await small.app.db.inNetwork(small.networkId, (tx) => stockOf(tx, id))).map(({ units }) => units);
};

beforeAll(async () => {
  small = await SmallLedger.start(NAME);
  await small.post('pledge', 'pledge', '2026-10-01', 'source', 'pledged', 100);
  await small.post('intake', 'hub-intake', '2026-10-02', 'pledged', 'hub', 40);
}, 60_000);
afterAll(() => small.stop());
afterEach(async () => expect(await small.discrepancies()).toEqual([]));

describe('a reversal', () => {
  it('is for an approver or a coordinator', async () => {
    await expect(reverse('intake', '数え間違い', 'hub-operator')).rejects.toMatchObject({ type: 'may-not-reverse', kind: 'forbidden' });
    expect(await unitsAt('hub')).toEqual([40]);
  });

  it('of a posting in a closed month stands in the open one, and each names the other', async () => {
    await small.app.get(Periods).close(small.networkId, '2026-10', small.app.person(NAME, 'coordinator'));
    const reversal = await read(await reverse('intake'));
    expect(await unitsAt('hub')).toEqual([]);
    const original = await read(commandId('intake'));
    expect(reversal).toMatchObject({
      kind: 'reversal',
      voucher: 3,
      reason: '数え間違い',
      actorName: 'approver',
      effectiveAt: small.app.clock.now(),
    });
    expect(reversal.reverses).toEqual({ commandId: original.commandId, voucher: 2 });
    expect(original.reversedBy).toEqual({ commandId: reversal.commandId, voucher: 3 });
    expect(original.lines).toEqual([
      { lotId: lotId('noodles'), lot: '即席麺', source: '製粉 申出', destination: '東京拠点 在庫', units: 40 },
    ]);
    expect(reversal.lines).toEqual([{ ...original.lines[0], source: '東京拠点 在庫', destination: '製粉 申出' }]);
  });

  it('happens once, also when two people make it at the same moment', async () => {
    await expect(reverse('intake')).rejects.toMatchObject({ type: 'already-reversed' });
    await small.post('twice', 'hand-out', '2026-11-20', 'pledged', 'hub', 5);
    const outcomes = await Promise.allSettled([reverse('twice', '一人目'), reverse('twice', '二人目', 'coordinator')]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { type: 'already-reversed' } });
  });

  it('of what is dated ahead is dated on its day', async () => {
    await small.post('ahead', 'hand-out', '2027-01-10', 'pledged', 'hub', 5);
    expect((await read(await reverse('ahead'))).effectiveAt).toEqual(new Date('2027-01-10T03:00:00Z'));
  });

  it('of nothing is refused', async () => {
    await expect(reverse('never posted')).rejects.toMatchObject({ type: 'unknown-transaction' });
  });

  it('of goods that have moved on is refused', async () => {
    await small.post('in', 'hub-intake', '2026-11-20', 'pledged', 'hub', 7);
    await small.post('out', 'test', '2026-11-21', 'hub', 'group', 7);
    await expect(reverse('in')).rejects.toMatchObject({ type: 'insufficient-stock' });
  });

  it.each([
    ['pledge', '寄贈申出を取り下げて'],
    ['withdrawal', '申出を新しく登録'],
    ['reserve', '受け取られなかった分'],
    ['dispatch', '不足として記録'],
    ['receipt', '棚卸差異'],
    ['reversal', '新しく記帳'],
  ])('of a %s is refused and names what to do instead', async (kind, words) => {
    await small.post(`a ${kind}`, kind, '2026-11-22', 'source', 'pledged', 1);
    const refused = await reverse(`a ${kind}`).catch((error: unknown) => error);
    expect(refused).toMatchObject({ type: 'mended-otherwise', kind: 'conflict', details: { kind } });
    expect((refused as { text: { ja: string } }).text.ja).toContain(words);
  });
});

describe('the list of postings', () => {
  const page = (filter: Parameters<typeof postingsPage>[1], after: number | null = null, backwards = false, limit = 100) =>
    small.app.db.inNetwork(small.networkId, async (tx) =>
      (await postingsPage(tx, filter, { after, backwards, limit })).map(({ voucher }) => voucher),
    );

  it('goes by voucher, forwards and backwards, a page at a time', async () => {
    expect(await page({}, null, false, 3)).toEqual([1, 2, 3]);
    expect(await page({}, 3, false, 2)).toEqual([4, 5]);
    expect(await page({}, 3, true)).toEqual([2, 1]);
  });

  it('narrows by place, lot, kind and Japanese day', async () => {
    await small.post('rice', 'pledge', '2026-12-31', 'source', 'pledged', 3, 'rice');
    const [last] = await page({}, null, true, 1);
    expect(await page({ lotId: lotId('rice') })).toEqual([last]);
    expect(await page({ from: '2026-12-31', to: '2026-12-31' })).toEqual([last]);
    expect(await page({ from: '2027-01-01', kind: 'hand-out' })).toHaveLength(1);
    expect(await page({ kind: 'hub-intake', placeId: PLACES.hub.placeId as string })).toHaveLength(2);
    expect(await page({ kind: 'pledge', placeId: PLACES.hub.placeId as string })).toEqual([]);
  });
});
