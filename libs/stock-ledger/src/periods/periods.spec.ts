import { Journal } from '@wakachi/journal';
import { SmallLedger } from '../../test/small-ledger.js';
import { Periods } from '../index.js';

let small: SmallLedger;
let by: string;
const periods = () => small.app.get(Periods);
const close = (month: string) => periods().close(small.networkId, month, by);
const months = async () => (await periods().list(small.networkId)).map(({ month }) => month);
const now = (instant: string) => small.app.clock.moveTo(new Date(instant));

beforeAll(async () => {
  small = await SmallLedger.start('periods');
  by = small.app.person('periods', 'coordinator');
  await small.post('pledge', 'pledge', '2026-09-20', 'source', 'pledged', 100);
  await small.post('late', 'hub-intake', '2026-10-05', 'pledged', 'hub', 30);
  await small.post('early', 'test', '2026-09-28', 'hub', 'group', 10);
}, 60_000);
afterAll(() => small.stop());
afterEach(async () => expect(await small.discrepancies()).toEqual([]));

describe('closing a month', () => {
  it('waits until the month is over in Japan', async () => {
    now('2026-10-31T14:59:59Z');
    await expect(close('2026-10')).rejects.toMatchObject({ type: 'period-not-over' });
    expect(await months()).toEqual([]);
  });

  it('is refused where an account would stand below zero, and names it', async () => {
    await expect(close('2026-09')).rejects.toMatchObject({
      type: 'period-below-zero',
      details: { account: '東京拠点 在庫', lot: '即席麺', units: -10 },
    });
  });

  it('closes the months before it too, and says so with who and when', async () => {
    now('2026-10-31T15:00:00Z');
    const closed = await close('2026-10');
    expect(closed).toEqual({ month: '2026-10', closedBy: by, closedAt: new Date('2026-10-31T15:00:00Z') });
    expect(await periods().list(small.networkId)).toEqual([closed, { ...closed, month: '2026-09' }]);
  });

  it('happens once, and not again for an earlier month', async () => {
    const { entries } = await small.app.db.inNetwork(small.networkId, (tx) => small.app.get(Journal).head(tx));
    await expect(close('2026-10')).rejects.toMatchObject({ type: 'period-already-closed' });
    await expect(close('2026-09')).rejects.toMatchObject({ type: 'period-already-closed' });
    const head = await small.app.db.inNetwork(small.networkId, (tx) => small.app.get(Journal).head(tx));
    expect(head.entries).toBe(entries);
  });

  it('keeps the last instant of the month shut and the next one open, and says what to do', async () => {
    const shut = await small.post('shut', 'test', '2026-10-31', 'hub', 'group', 1).catch((error: unknown) => error);
    expect(shut).toMatchObject({ type: 'period-closed', kind: 'conflict', details: { day: '2026-10-31' } });
    expect((shut as { text: { ja: string; en: string } }).text.ja).toContain('まだ締めていない月の日付で');
    await expect(small.post('open', 'test', '2026-11-01', 'hub', 'group', 1)).resolves.toMatchObject({ applied: true });
  });

  it('leaves the vouchers without a gap, as it is no posting', async () => {
    now('2026-12-01T00:00:00Z');
    await close('2026-11');
    await small.post('after', 'test', '2026-12-01', 'hub', 'group', 1);
    expect(await small.vouchers()).toEqual([1, 2, 3, 4, 5]);
    expect(await months()).toEqual(['2026-11', '2026-10', '2026-09']);
  });
});
