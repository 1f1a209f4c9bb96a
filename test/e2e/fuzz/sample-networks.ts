import { StockCommands, StockSync } from '@wakachi/distributions';
import { Lot, OfferImport } from '@wakachi/donations';
import { Groups, RecipientGroup, Site } from '@wakachi/groups';
import { newId, systemClock } from '@wakachi/kernel';
import { HubIntakes, Hubs, Receipts, Shipment, ShipmentLine, Shipments } from '@wakachi/logistics';
import { Approvals, Rounds } from '@wakachi/rounds';
import { IsNull, Not } from 'typeorm';
import { GOOD } from '../../../libs/donations/src/offer-sheet/test/offer-csv.js';
import { AS_OF, type TestApplication } from '../../harness/application.js';

const SHEET_LINES = 3;
const OPEN_PROPOSALS = 2;
const PARKED = 6;
const PLENTY = 100_000;

/** A network in the middle of its work: one round approved and on its way, one open with a proposal to decide on. */
export async function busyNetwork(app: TestApplication, name: string): Promise<string> {
  const { networkId, roundId } = await app.sampleRound(name);
  const [coordinator, approver] = [app.person(name, 'coordinator'), app.person(name, 'approver')];
  const proposal = await app.propose(name, networkId, roundId);
  await app.get(Approvals).approve(networkId, proposal.id, approver);
  await app.get(Shipments).order(networkId, roundId);
  await dispatchOne(app, networkId, coordinator);
  const hubs = (id: string, names: readonly string[]) => app.get(Hubs).named(id, names);
  await app.get(OfferImport).import(networkId, { bytes: offerSheet(name), fileName: 'second.csv' }, hubs, coordinator);
  for (let n = 0; n < OPEN_PROPOSALS; n++) await openRound(app, name, networkId, coordinator, n);
  await countOneIn(app, networkId, coordinator);
  await keepStock(app, networkId, coordinator);
  return networkId;
}

async function openRound(app: TestApplication, name: string, networkId: string, by: string, n: number): Promise<void> {
  const plan = { arrivalDate: '2026-12-10', measure: 'units', policy: 'lot-by-lot' } as const;
  const roundId = await app.get(Rounds).open(networkId, { name: `もう一つの配分回 ${n}`, ...plan, createdBy: by });
  await app.get(Rounds).enter(networkId, roundId, null, by);
  await app.propose(name, networkId, roundId);
}

async function countOneIn(app: TestApplication, networkId: string, by: string): Promise<void> {
  const { id, hubId } = await app.db.inNetwork(networkId, (tx) => tx.findOneByOrFail(Lot, { hubId: Not(IsNull()) }));
  const counted = { intakeId: newId(systemClock), hubId: hubId as string, lotId: id, countedUnits: 10, countedBy: by };
  await app.get(HubIntakes).countIn(networkId, counted);
}

/** The first group has some of everything, hands out, and has sent what waits for a person. */
async function keepStock(app: TestApplication, networkId: string, by: string): Promise<void> {
  const find = app.db.inNetwork(networkId, async (tx) => {
    const [group] = await tx.find(RecipientGroup, { order: { code: 'ASC' }, take: 1 });
    const site = await tx.findOneByOrFail(Site, { groupId: (group as RecipientGroup).id, main: true });
    return { site, lots: await tx.find(Lot) };
  });
  const { site, lots } = await find;
  await app.get(Groups).addSite(networkId, site.groupId, '第二倉庫', by);
  const command = () => ({ id: newId(systemClock), occurredAt: AS_OF, siteId: site.id });
  const found = lots.map(({ id }) => ({ lotId: id, difference: PLENTY }));
  await app.get(StockCommands).apply(networkId, by, { ...command(), type: 'adjust', reason: '見本', lines: found });
  const good = lots.find((lot) => lot.effectiveUntil === null || lot.effectiveUntil > '2026-12-31') as Lot;
  const families = { type: 'hand-out', households: 1, children: 1, lines: [{ lotId: good.id, units: 1 }] } as const;
  await app.get(StockCommands).apply(networkId, by, { ...command(), ...families });
  const early = Array.from({ length: PARKED }, (_, n) => ({
    sequence: n + 1,
    command: { ...command(), ...families, occurredAt: new Date('2020-01-01T00:00:00Z') },
  }));
  await app.get(StockSync).sync(networkId, by, newId(systemClock), early);
}

/** Goods that a donor ships directly need not be counted in first; their site may still be unconfirmed. */
async function dispatchOne(app: TestApplication, networkId: string, by: string): Promise<void> {
  const direct = (await app.db.inNetwork(networkId, (tx) => tx.find(Shipment))).filter((shipment) => shipment.hubId === null);
  for (const { id } of direct) {
    const left = await app
      .get(Shipments)
      .dispatch(networkId, id, by)
      .then(
        () => true,
        () => false,
      );
    if (left) return receive(app, networkId, id, by);
  }
  throw new Error('no direct shipment could be dispatched');
}

async function receive(app: TestApplication, networkId: string, shipmentId: string, by: string): Promise<void> {
  const lines = await app.db.inNetwork(networkId, (tx) => tx.findBy(ShipmentLine, { shipmentId }));
  const counted = lines.map(({ id, units }) => ({ shipmentLineId: id, received: units, short: 0, damaged: 0 }));
  await app.get(Receipts).confirm(networkId, shipmentId, counted, by);
}

/** A sheet of offers that is unlike any other sheet. */
export function offerSheet(mark: string): Buffer {
  const headers = Object.keys(GOOD) as (keyof typeof GOOD)[];
  const lines = Array.from({ length: SHEET_LINES }, (_, i) =>
    headers.map((header) => (header === 'No.' ? String(i + 1) : header === '備考' ? mark : GOOD[header])),
  );
  return Buffer.from([headers, ...lines].map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\r\n'));
}
