import { commandId, lotId, PLACES, SmallLedger } from '../test/small-ledger.js';
import { move, StockLedger } from './index.js';

let small: SmallLedger;

beforeAll(async () => {
  small = await SmallLedger.start('vouchers');
  await small.post('pledge', 'pledge', '2026-11-01', 'source', 'pledged', 1_000);
}, 60_000);
afterAll(() => small.stop());

/** Posted within a transaction that then fails: the number that it held is the next one's. */
async function rolledBack(name: string): Promise<void> {
  const fails = small.app.db.inNetwork(small.networkId, async (tx) => {
    await small.app.get(StockLedger).post(tx, small.networkId, {
      commandId: commandId(name),
      kind: 'test',
      effectiveAt: new Date('2026-11-02T00:00:00Z'),
      actorId: null,
      reason: null,
      postings: [move(small.networkId, lotId('noodles'), PLACES.pledged, PLACES.hub, 1)],
    });
    throw new Error('power cut');
  });
  await expect(fails).rejects.toThrow('power cut');
}

describe('the numbers of vouchers', () => {
  it('have no gap after postings, refusals, repeats and rollbacks at the same moment', async () => {
    const posted = Array.from({ length: 40 }, (_, i) => small.post(`ok ${i}`, 'test', '2026-11-02', 'pledged', 'hub', 1));
    const refused = Array.from({ length: 20 }, (_, i) => small.post(`much ${i}`, 'test', '2026-11-02', 'pledged', 'hub', 5_000));
    const repeated = Array.from({ length: 20 }, (_, i) => small.post(`ok ${i}`, 'test', '2026-11-02', 'pledged', 'hub', 1));
    const failed = Array.from({ length: 20 }, (_, i) => rolledBack(`failed ${i}`));
    const outcomes = await Promise.allSettled([...posted, ...refused, ...repeated, ...failed]);
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(20);
    await small.post('last', 'test', '2026-11-03', 'pledged', 'hub', 1);
    expect(await small.vouchers()).toEqual(Array.from({ length: 42 }, (_, i) => i + 1));
    expect(await small.discrepancies()).toEqual([]);
  });
});
