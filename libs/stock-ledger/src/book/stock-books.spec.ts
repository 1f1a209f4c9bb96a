import { pdfText } from '../../../../test/harness/pdf-text.js';
import { commandId, lotId, PLACES, SmallLedger } from '../../test/small-ledger.js';
import { accountId, type BookFilter, balanceAt, Corrections, Periods, type StockBook, StockBooks, StockLedger } from '../index.js';

const NAME = 'books';
let small: SmallLedger;
const book = (month: string, filter: Omit<BookFilter, 'month'> = {}) => small.app.get(StockBooks).of(small.networkId, { month, ...filter });
const HUB = PLACES.hub.placeId as string;
const shortly = ({ lots }: StockBook) =>
  lots.flatMap(({ lot, opening, rows, closing }) => [
    `${lot} ${opening}`,
    ...rows.map((r) => `${r.day} ${r.voucher} ${r.kind} ${r.counterAccount} +${r.received} -${r.issued} =${r.balance}`),
    `= ${closing}`,
  ]);

beforeAll(async () => {
  small = await SmallLedger.start(NAME);
  await small.post('pledge', 'pledge', '2026-09-01', 'source', 'pledged', 100);
  await small.post('promised', 'reserve', '2026-09-02', 'pledged', 'atDonor', 20);
  await small.post('september', 'hub-intake', '2026-09-30T23:59:59', 'pledged', 'hub', 30);
  await small.post('second', 'hub-intake', '2026-10-20', 'pledged', 'hub', 12);
  await small.post('reserved', 'reserve', '2026-10-21', 'hub', 'atHub', 25);
  await small.post('late paper', 'hub-intake', '2026-10-03', 'pledged', 'hub', 8);
  await small.post('gone', 'dispatch', '2026-10-22', 'atHub', 'transit', 25);
  await small.post('come', 'receipt', '2026-10-25', 'transit', 'group', 25);
  await small.post('direct', 'dispatch', '2026-10-26', 'atDonor', 'transit', 20);
  await small.post('families', 'hand-out', '2026-11-01T00:00:00', 'group', 'families', 15);
  await small.post('rice', 'pledge', '2026-10-05', 'source', 'pledged', 50, 'rice');
}, 60_000);
afterAll(() => small.stop());
afterEach(async () => expect(await small.discrepancies()).toEqual([]));

describe('the stock ledger of a month', () => {
  it('shows a hub by the day on which things happened, not by the day of the paper', async () => {
    const hub = await book('2026-10', { placeId: HUB });
    expect(hub).toMatchObject({ place: '東京拠点 在庫', network: NAME, closed: false });
    expect(shortly(hub)).toEqual([
      '即席麺 30',
      '2026-10-03 6 hub-intake 製粉 申出 +8 -0 =38',
      '2026-10-20 4 hub-intake 製粉 申出 +12 -0 =50',
      '2026-10-22 7 dispatch 輸送中 +0 -25 =25',
      '= 25',
    ]);
  });

  it('counts for the network what is in its hands: neither pledges nor reservations of them', async () => {
    expect(shortly(await book('2026-10'))).toEqual([
      '即席麺 30',
      '2026-10-03 6 hub-intake 製粉 申出 +8 -0 =38',
      '2026-10-20 4 hub-intake 製粉 申出 +12 -0 =50',
      '2026-10-26 9 dispatch 製粉 引当 +20 -0 =70',
      '= 70',
    ]);
  });

  it('takes a movement just before Japanese midnight into its month, and one at midnight into the next', async () => {
    expect((await book('2026-09', { placeId: HUB })).totals).toEqual({ opening: 0, received: 30, issued: 0, closing: 30 });
    const group = { placeId: PLACES.group.placeId as string };
    expect((await book('2026-10', group)).totals.closing).toBe(25);
    expect((await book('2026-11', group)).lots[0]?.rows[0]).toMatchObject({ day: '2026-11-01', issued: 15, balance: 10 });
  });

  it('mends a closed month in the open one, and every month goes on where the last one ended', async () => {
    const before = await book('2026-10', { placeId: HUB });
    await small.app.get(Periods).close(small.networkId, '2026-10', small.app.person(NAME, 'coordinator'));
    await small.app.get(Corrections).reverse(small.networkId, commandId('late paper'), '二重記帳', small.app.person(NAME, 'approver'));
    expect(await book('2026-10', { placeId: HUB })).toEqual({ ...before, closed: true });
    const november = await book('2026-11', { placeId: HUB });
    expect(november.lots[0]?.rows).toEqual([
      expect.objectContaining({
        day: '2026-11-24',
        voucher: 12,
        kind: 'reversal',
        reversesVoucher: 6,
        reason: '二重記帳',
        issued: 8,
        balance: 17,
      }),
    ]);
    const months = await Promise.all(['2026-08', '2026-09', '2026-10', '2026-11', '2026-12'].map((month) => book(month)));
    for (const [i, { totals, lots }] of months.entries()) {
      expect(totals.opening + totals.received - totals.issued).toBe(totals.closing);
      expect(totals.opening).toBe(months[i - 1]?.totals.closing ?? 0);
      for (const lot of lots) expect(lot.rows.at(-1)?.balance ?? lot.opening).toBe(lot.closing);
    }
  });

  it('closes with what the ledger itself says at that instant', async () => {
    const end = new Date('2026-10-31T14:59:59.999Z');
    const hub = await small.app.db.inNetwork(small.networkId, async (tx) => {
      const held = [PLACES.hub, PLACES.atHub].map((place) => balanceAt(tx, accountId(small.networkId, place), lotId('noodles'), end));
      return (await Promise.all(held)).reduce((sum, units) => sum + units, 0);
    });
    expect((await book('2026-10', { placeId: HUB })).totals.closing).toBe(hub);
  });

  it('narrows to one lot, and refuses places and lots that nobody opened', async () => {
    expect((await book('2026-10', { lotId: lotId('rice') })).lots).toEqual([]);
    expect((await book('2026-10', { lotId: lotId('noodles') })).lots).toHaveLength(1);
    await expect(book('2026-10', { placeId: commandId('nowhere') })).rejects.toMatchObject({ type: 'unknown-account' });
    await expect(book('2026-10', { lotId: commandId('nothing') })).rejects.toMatchObject({ type: 'unknown-lot' });
  });

  it('is printed as the same bytes for the same book', async () => {
    const print = () => small.app.get(StockBooks).print(small.networkId, { month: '2026-10' });
    const [first, second] = [await print(), await print()];
    expect(first.subarray(0, 5).toString()).toBe('%PDF-');
    expect(first.equals(second)).toBe(true);
  });

  it('prints every line with its day, voucher, words and balance', async () => {
    const print = async (month: string) =>
      pdfText(await small.app.get(StockBooks).print(small.networkId, { month, placeId: HUB })).join('');
    const october = await print('2026-10');
    expect(october).toContain('受払簿　2026年10月');
    expect(october).toContain('締め済み');
    expect(october).toContain('前月繰越302026-10-036入庫　製粉 申出838');
    expect(october).toContain('当月計・次月繰越202525');
    const november = await print('2026-11');
    expect(november).toContain('2026-11-2412赤伝（伝票 6 の取消）　製粉 申出　二重記帳817');
    expect(november).toContain('未締め');
  });

  it('is asked for in parts when it is too long for paper', async () => {
    await small.app.db.inNetwork(small.networkId, async (tx) => {
      const posting = {
        lotId: lotId('rice'),
        sourceId: accountId(small.networkId, PLACES.source),
        destinationId: accountId(small.networkId, PLACES.hub),
        units: 1,
      };
      const effectiveAt = new Date('2026-12-01T00:00:00Z');
      const postings = Array.from({ length: 3_001 }, () => posting);
      await small.app
        .get(StockLedger)
        .post(tx, small.networkId, { commandId: commandId('many'), kind: 'test', effectiveAt, actorId: null, reason: null, postings });
    });
    await expect(book('2026-12')).rejects.toMatchObject({ type: 'book-too-long', details: { most: 3_000 } });
    expect((await book('2026-12', { lotId: lotId('noodles') })).lots).toHaveLength(1);
  });
});
