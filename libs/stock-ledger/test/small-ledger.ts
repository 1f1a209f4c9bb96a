import { deriveId } from '@wakachi/kernel';
import { TestApplication } from '../../../test/harness/application.js';
import { type Account, accounts, discrepancies, move, StockLedger } from '../src/index.js';

const [DONOR, HUB, GROUP, AWARD, SHIPMENT] = ['donor', 'hub', 'group', 'award', 'shipment'].map((name) => deriveId(name)) as [
  string,
  string,
  string,
  string,
  string,
];

/** One account of each kind that goods pass. */
export const PLACES = {
  source: { ...accounts.donorSource(DONOR), label: '製粉 帳外' },
  pledged: { ...accounts.donorPledged(DONOR), label: '製粉 申出' },
  atDonor: { ...accounts.awardReserved(DONOR, AWARD), label: '製粉 引当' },
  hub: { ...accounts.hubOnHand(HUB), label: '東京拠点 在庫' },
  atHub: { ...accounts.awardReserved(HUB, AWARD), label: '東京拠点 引当' },
  transit: { ...accounts.inTransit(SHIPMENT), label: '輸送中' },
  group: { ...accounts.groupOnHand(GROUP), label: 'こども食堂 在庫' },
  families: { ...accounts.distributed(GROUP), label: 'こども食堂 配布' },
  difference: { ...accounts.stockDifference(GROUP), label: 'こども食堂 棚卸差異' },
} satisfies Record<string, Account>;
type Place = keyof typeof PLACES;

export const LOTS = { noodles: '即席麺', rice: '米' };
export const lotId = (lot: keyof typeof LOTS) => deriveId('lot', lot);
export const commandId = (name: string) => deriveId('command', name);

/** A network with one donor, one hub and one group, whose postings a test writes in a line each. */
export class SmallLedger {
  networkId = '';

  private constructor(
    readonly app: TestApplication,
    readonly name: string,
  ) {}

  static async start(name: string): Promise<SmallLedger> {
    const small = new SmallLedger(await TestApplication.start(), name);
    small.networkId = await small.app.network(name);
    await small.app.db.inNetwork(small.networkId, async (tx) => {
      await small.app.get(StockLedger).openAccounts(tx, small.networkId, Object.values(PLACES));
      const lots = Object.keys(LOTS) as (keyof typeof LOTS)[];
      await small.app.get(StockLedger).openLots(
        tx,
        small.networkId,
        lots.map((lot) => ({ id: lotId(lot), label: LOTS[lot] })),
      );
    });
    return small;
  }

  /** @param day in Japan, where it happens at noon or at the time that is given */
  post(name: string, kind: string, day: string, from: Place, to: Place, units: number, lot: keyof typeof LOTS = 'noodles') {
    return this.app.get(StockLedger).post(this.app.db.dataSource, this.networkId, {
      commandId: commandId(name),
      kind,
      effectiveAt: new Date(`${day.includes('T') ? day : `${day}T12:00:00`}+09:00`),
      actorId: this.app.person(this.name, 'coordinator'),
      reason: null,
      postings: [move(this.networkId, lotId(lot), PLACES[from], PLACES[to], units)],
    });
  }

  /** The sequence of voucher numbers as the journal has them. */
  async vouchers(): Promise<number[]> {
    const rows = await this.app.db.inNetwork(this.networkId, (tx) =>
      tx.query<{ voucher: string }[]>('SELECT voucher FROM journal_entry WHERE voucher IS NOT NULL ORDER BY seq'),
    );
    return rows.map((row) => Number(row.voucher));
  }

  discrepancies() {
    return this.app.db.inNetwork(this.networkId, discrepancies);
  }

  stop(): Promise<void> {
    return this.app.stop();
  }
}
