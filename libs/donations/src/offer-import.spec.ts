import { AlreadyImported, ImportRefused } from '@wakachi/platform';
import { discrepancies, unitsByKind } from '@wakachi/stock-ledger';
import { sample, TestApplication } from '../../../test/harness/application.js';
import { availableLots, Donor, HoldAlreadyRead, Lot, LotHold, LotHolds, Offer, OfferImport, UnknownHub } from './index.js';

let app: TestApplication;
beforeAll(async () => {
  app = await TestApplication.start();
});
afterAll(() => app.stop());

const noHubs = async () => new Map<string, string>();

async function importSample(name: string) {
  const { networkId } = await app.sampleRound(name);
  return networkId;
}

describe('importing a sheet of offers', () => {
  it('makes of every line an offer, its lot and a pledge in the ledger', async () => {
    const networkId = await importSample('offers-all');
    await app.db.inNetwork(networkId, async (tx) => {
      expect([await tx.count(Offer), await tx.count(Lot), await tx.count(Donor)]).toEqual([48, 48, 34]);
      const units = await unitsByKind(tx);
      expect(units.get('donor-pledged')).toBe(259_847);
      expect(units.get('donor-source')).toBe(-259_847);
      expect(await discrepancies(tx)).toEqual([]);
    });
  });

  it('lets nobody change the size of a lot afterwards: the figures rest on it', async () => {
    const networkId = await importSample('offers-size');
    const change = app.db.inNetwork(networkId, (tx) => tx.query('UPDATE lot SET units_per_case = units_per_case + 1'));
    await expect(change).rejects.toThrow(/append-only/);
  });

  it('takes the same file in once', async () => {
    const networkId = await importSample('offers-once');
    const again = app
      .get(OfferImport)
      .import(networkId, await sample('offers.xlsx'), async () => hubsOf(networkId), app.person('offers-once', 'coordinator'));
    await expect(again).rejects.toBeInstanceOf(AlreadyImported);
    await expect(app.db.inNetwork(networkId, (tx) => tx.count(Lot))).resolves.toBe(48);
  });

  it('takes nothing in when the file is broken', async () => {
    const networkId = await app.network('offers-broken');
    const file = { bytes: (await sample('offers.xlsx')).bytes.subarray(0, 9_000), fileName: 'offers.xlsx' };
    const error = await app
      .get(OfferImport)
      .import(networkId, file, noHubs, app.person('offers-broken', 'coordinator'))
      .catch((e: unknown) => e);
    expect(error).toBeInstanceOf(ImportRefused);
    expect((error as ImportRefused).issues.length).toBeGreaterThan(0);
    await expectNothing(networkId);
  });

  it('takes nothing in when one hub is unknown', async () => {
    const networkId = await app.network('offers-hub');
    const attempt = app.get(OfferImport).import(networkId, await sample('offers.xlsx'), noHubs, app.person('offers-hub', 'coordinator'));
    await expect(attempt).rejects.toBeInstanceOf(UnknownHub);
    await expectNothing(networkId);
  });
});

describe('a lot whose condition nobody understands', () => {
  it('waits until a person has read it, once, and is free afterwards', async () => {
    const networkId = await importSample('held');
    const by = app.person('held', 'coordinator');
    const [holds, free] = await app.db.inNetwork(networkId, async (tx) => [await tx.find(LotHold), await availableLots(tx)] as const);
    expect(holds.map((hold) => hold.text)).toEqual(['昨年と同じでお願いします']);
    expect(free.map((lot) => lot.lineNumber)).not.toContain(8);
    const hold = holds[0] as LotHold;
    await app.get(LotHolds).read(networkId, hold.id, by, '昨年は条件なし。電話で確認');
    await expect(app.get(LotHolds).read(networkId, hold.id, by, 'もう一度')).rejects.toBeInstanceOf(HoldAlreadyRead);
    const lots = await app.db.inNetwork(networkId, availableLots);
    expect(lots.map((lot) => lot.lineNumber)).toContain(8);
  });
});

async function hubsOf(networkId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await app.db.inNetwork(networkId, (tx) => tx.query<{ id: string; name: string }[]>('SELECT id, name FROM hub'));
  return new Map(rows.map((row) => [row.name, row.id]));
}

async function expectNothing(networkId: string): Promise<void> {
  await app.db.inNetwork(networkId, async (tx) => {
    expect([await tx.count(Offer), await tx.count(Lot), await tx.count(Donor)]).toEqual([0, 0, 0]);
    expect(await tx.query('SELECT 1 FROM import_batch')).toEqual([]);
    expect(await tx.query('SELECT 1 FROM ledger_posting')).toEqual([]);
  });
}
