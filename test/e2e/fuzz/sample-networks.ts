import { OfferImport } from '@wakachi/donations';
import { Hubs, Shipment, Shipments } from '@wakachi/logistics';
import { Approvals, Rounds } from '@wakachi/rounds';
import { GOOD } from '../../../libs/donations/src/offer-sheet/test/offer-csv.js';
import type { TestApplication } from '../../harness/application.js';

const SHEET_LINES = 3;

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
  const round = {
    name: 'もう一つの配分回',
    arrivalDate: '2026-12-10',
    measure: 'units',
    policy: 'lot-by-lot',
    createdBy: coordinator,
  } as const;
  const second = await app.get(Rounds).open(networkId, round);
  await app.get(Rounds).enter(networkId, second, null, coordinator);
  await app.propose(name, networkId, second);
  return networkId;
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
    if (left) return;
  }
  throw new Error('no direct shipment could be dispatched');
}

/** A sheet of offers that is unlike any other sheet. */
export function offerSheet(mark: string): Buffer {
  const headers = Object.keys(GOOD) as (keyof typeof GOOD)[];
  const lines = Array.from({ length: SHEET_LINES }, (_, i) =>
    headers.map((header) => (header === 'No.' ? String(i + 1) : header === '備考' ? mark : GOOD[header])),
  );
  return Buffer.from([headers, ...lines].map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\r\n'));
}
