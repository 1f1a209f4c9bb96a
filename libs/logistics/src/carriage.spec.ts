import { HandOut, HandOuts, PastItsDate } from '@wakachi/distributions';
import { Lot } from '@wakachi/donations';
import { Site } from '@wakachi/groups';
import { deriveId } from '@wakachi/kernel';
import { Approvals, Award } from '@wakachi/rounds';
import { accountId, accounts, discrepancies, stockOf, unitsByKind } from '@wakachi/stock-ledger';
import { TestApplication } from '../../../test/harness/application.js';
import {
  HubIntakes,
  LotNotOfHub,
  NotCountedIn,
  ReceiptDoesNotAddUp,
  Receipts,
  Shipment,
  ShipmentInWrongState,
  ShipmentLine,
  Shipments,
  SiteNotConfirmed,
} from './index.js';

const NAME = 'carriage';
let app: TestApplication;
let networkId: string;
let roundId: string;
let shipments: Shipment[];

beforeAll(async () => {
  app = await TestApplication.start();
  ({ networkId, roundId } = await app.sampleRound(NAME));
  const proposal = await app.propose(NAME, networkId, roundId);
  await app.get(Approvals).approve(networkId, proposal.id, app.person(NAME, 'approver'));
  await app.get(Shipments).order(networkId, roundId);
  shipments = await app.db.inNetwork(networkId, (tx) => tx.find(Shipment, { order: { id: 'ASC' } }));
}, 60_000);
afterAll(() => app.stop());
afterEach(async () => {
  expect(await app.db.inNetwork(networkId, discrepancies)).toEqual([]);
});

const linesOf = (shipment: Shipment) => app.db.inNetwork(networkId, (tx) => tx.findBy(ShipmentLine, { shipmentId: shipment.id }));
const dispatch = (shipment: Shipment) => app.get(Shipments).dispatch(networkId, shipment.id, app.person(NAME, 'hub-operator'));
const units = () => app.db.inNetwork(networkId, unitsByKind);

async function countIn(lotId: string, countedUnits: number, key = 'whole'): Promise<void> {
  const lot = await app.db.inNetwork(networkId, (tx) => tx.findOneByOrFail(Lot, { id: lotId }));
  await app.get(HubIntakes).countIn(networkId, {
    intakeId: deriveId(lotId, key),
    hubId: lot.hubId as string,
    lotId,
    countedUnits,
    countedBy: app.person(NAME, 'hub-operator'),
  });
}

async function isKnown(shipment: Shipment): Promise<boolean> {
  const site = await app.db.inNetwork(networkId, (tx) => tx.findOneByOrFail(Site, { groupId: shipment.groupId }));
  return site.address !== null;
}

describe('from the hub to the group', () => {
  it('orders a shipment once for every award', async () => {
    await expect(app.get(Shipments).order(networkId, roundId)).resolves.toEqual([]);
    const [awards, lines] = await app.db.inNetwork(networkId, async (tx) => [await tx.count(Award), await tx.count(ShipmentLine)]);
    expect(lines).toBe(awards);
  });

  it('does not dispatch what has not been counted in', async () => {
    const pooled = await firstWhere(async (s) => s.hubId !== null && (await isKnown(s)));
    await expect(dispatch(pooled)).rejects.toBeInstanceOf(NotCountedIn);
    expect((await units()).get('shipment-in-transit') ?? 0).toBe(0);
  });

  it('does not dispatch to a site that nobody knows', async () => {
    const unknown = await firstWhere(async (s) => !(await isKnown(s)));
    await expect(dispatch(unknown)).rejects.toBeInstanceOf(SiteNotConfirmed);
  });

  it('covers reservations first when a donor brings less, and shows what is missing as still with the donor', async () => {
    const lot = await lotWhere((l) => l.hubId !== null && l.lineNumber === 1);
    const all = lot.cases * lot.unitsPerCase;
    await countIn(lot.id, all - 2 * lot.unitsPerCase, 'short');
    const atDonor = await app.db.inNetwork(networkId, (tx) =>
      tx.query<{ units: string }[]>(
        `SELECT sum(b.quantity) AS units FROM ledger_balance b JOIN ledger_account a ON a.id = b.account_id
          WHERE b.lot_id = $1 AND a.place_id = $2 AND a.kind IN ('award-reserved', 'donor-pledged')`,
        [lot.id, lot.donorId],
      ),
    );
    expect(Number(atDonor[0]?.units)).toBe(2 * lot.unitsPerCase);
    await countIn(lot.id, 2 * lot.unitsPerCase, 'rest');
    await countIn(lot.id, 2 * lot.unitsPerCase, 'rest');
  });

  it('pledges by the count itself what a donor brings beyond its word', async () => {
    const lot = await lotWhere((l) => l.hubId !== null && l.lineNumber === 2);
    const before = (await units()).get('hub-on-hand') ?? 0;
    await countIn(lot.id, lot.cases * lot.unitsPerCase + 7);
    expect((await units()).get('hub-on-hand')).toBe(before + 7);
  });

  it('refuses a lot at a hub that it does not come to', async () => {
    const lot = await lotWhere((l) => l.hubId === null);
    const count = {
      intakeId: deriveId('direct'),
      hubId: deriveId('hub', networkId, '東京'),
      lotId: lot.id,
      countedUnits: 1,
      countedBy: app.person(NAME, 'hub-operator'),
    };
    await expect(app.get(HubIntakes).countIn(networkId, count)).rejects.toBeInstanceOf(LotNotOfHub);
  });

  it('posts nine good, one damaged and none forgotten when the group says so', async () => {
    const shipment = await dispatched();
    const lines = await linesOf(shipment);
    const counted = lines.map((line, i) => ({
      shipmentLineId: line.id,
      received: line.units - (i === 0 ? 3 : 0),
      short: i === 0 ? 2 : 0,
      damaged: i === 0 ? 1 : 0,
    }));
    const before = await units();
    const wrong = counted.map((line) => ({ ...line, received: line.received + 1 }));
    await expect(app.get(Receipts).confirm(networkId, shipment.id, wrong, app.person(NAME, 'group-admin'))).rejects.toBeInstanceOf(
      ReceiptDoesNotAddUp,
    );
    await app.get(Receipts).confirm(networkId, shipment.id, counted, app.person(NAME, 'group-admin'));
    const after = await units();
    const grown = (kind: Parameters<typeof after.get>[0]) => (after.get(kind) ?? 0) - (before.get(kind) ?? 0);
    expect([grown('lost'), grown('disposed')]).toEqual([2, 1]);
    expect(grown('group-on-hand')).toBe(lines.reduce((sum, line) => sum + line.units, 0) - 3);
    await app.get(Receipts).confirm(networkId, shipment.id, counted, app.person(NAME, 'group-admin'));
    expect(await units()).toEqual(after);
    const other = counted.map((line, i) => (i === 0 ? { ...line, received: line.received + 1, short: 1 } : line));
    await expect(app.get(Receipts).confirm(networkId, shipment.id, other, app.person(NAME, 'group-admin'))).rejects.toMatchObject({
      type: 'idempotency-conflict',
    });
    await expect(dispatch(shipment)).rejects.toBeInstanceOf(ShipmentInWrongState);
  });
});

describe('to the families', () => {
  it('hands goods out once per report, out of the group’s own stock, and never past their date', async () => {
    const shipment = await firstWhere(async (s) => s.status === 'received');
    const account = accountId(networkId, accounts.groupOnHand(shipment.groupId));
    const [line] = await app.db.inNetwork(networkId, (tx) => stockOf(tx, account));
    const report = {
      id: deriveId('report'),
      groupId: shipment.groupId,
      roundId,
      handedOutOn: '2026-12-12',
      households: 20,
      children: 35,
      lines: [{ lotId: line?.lotId as string, units: 5 }],
      recordedBy: app.person(NAME, 'group-admin'),
    };
    await app.get(HandOuts).record(networkId, report);
    await app.get(HandOuts).record(networkId, report);
    expect((await units()).get('distributed')).toBe(5);
    await expect(app.db.inNetwork(networkId, (tx) => tx.count(HandOut))).resolves.toBe(1);
    await expect(app.get(HandOuts).record(networkId, { ...report, households: 21 })).rejects.toMatchObject({
      type: 'idempotency-conflict',
    });
    await expect(
      app.get(HandOuts).record(networkId, { ...report, lines: [{ lotId: line?.lotId as string, units: 6 }] }),
    ).rejects.toMatchObject({ type: 'idempotency-conflict' });
    const tooMuch = { ...report, id: deriveId('too much'), lines: [{ lotId: line?.lotId as string, units: 1_000_000 }] };
    await expect(app.get(HandOuts).record(networkId, tooMuch)).rejects.toMatchObject({ type: 'insufficient-stock' });
    const salad = await lotWhere((l) => l.dateLabel === 'use-by');
    const late = { ...report, id: deriveId('late'), handedOutOn: '2027-01-15', lines: [{ lotId: salad.id, units: 1 }] };
    await expect(app.get(HandOuts).record(networkId, late)).rejects.toBeInstanceOf(PastItsDate);
  });
});

async function firstWhere(wanted: (shipment: Shipment) => Promise<boolean>): Promise<Shipment> {
  const fresh = await app.db.inNetwork(networkId, (tx) => tx.find(Shipment, { order: { id: 'ASC' } }));
  for (const shipment of fresh) if (await wanted(shipment)) return shipment;
  throw new Error('the sample has no such shipment');
}

async function lotWhere(wanted: (lot: Lot) => boolean): Promise<Lot> {
  const lots = await app.db.inNetwork(networkId, (tx) => tx.find(Lot, { order: { lineNumber: 'ASC' } }));
  const lot = lots.find(wanted);
  if (!lot) throw new Error('the sample has no such lot');
  return lot;
}

/** A shipment whose goods have all been counted in, on its way. */
async function dispatched(): Promise<Shipment> {
  const shipment = await firstWhere(async (s) => s.hubId !== null && s.status === 'ordered' && (await isKnown(s)));
  for (const line of await linesOf(shipment)) {
    const lot = await lotWhere((l) => l.id === line.lotId);
    if (![1, 2].includes(lot.lineNumber)) await countIn(lot.id, lot.cases * lot.unitsPerCase);
  }
  await dispatch(shipment);
  expect(shipments.some((s) => s.id === shipment.id)).toBe(true);
  return shipment;
}
