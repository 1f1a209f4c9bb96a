import { LotHold, LotHolds } from '@wakachi/donations';
import { RecipientGroup, Site } from '@wakachi/groups';
import { Receipts, Shipment, ShipmentLine, Shipments } from '@wakachi/logistics';
import type { Problem } from '@wakachi/matching';
import { AllocationPolicies, Approvals, Award, DEFAULT_TERMS, RoundEntry, RoundRuns, Rounds } from '@wakachi/rounds';
import { TestApplication } from '../harness/application.js';

const NAME = 'carry-over';
let app: TestApplication;
let networkId: string;
let roundId: string;
const coordinator = () => app.person(NAME, 'coordinator');

beforeAll(async () => {
  app = await TestApplication.start();
  ({ networkId, roundId } = await app.sampleRound(NAME));
  const proposal = await app.propose(NAME, networkId, roundId);
  await app.get(Approvals).approve(networkId, proposal.id, app.person(NAME, 'approver'));
  await app.get(Shipments).order(networkId, roundId);
  // The first round left nothing over; what it held back is the next one's.
  const holds = await app.db.inNetwork(networkId, (tx) => tx.find(LotHold));
  for (const { id } of holds) await app.get(LotHolds).read(networkId, id, coordinator(), 'どこでもよいとのこと');
}, 60_000);
afterAll(() => app.stop());

/** `received` of every group, as the next round freezes it. */
async function nextRound(name: string, arrivalDate: `${number}-${number}-${number}`): Promise<ReadonlyMap<string, number>> {
  const id = await app.get(Rounds).open(networkId, { name, arrivalDate, createdBy: coordinator() });
  await app.get(Rounds).enter(networkId, id, null, coordinator());
  const runId = await app.get(RoundRuns).request(networkId, id, coordinator());
  const { groups } = JSON.parse((await app.get(RoundRuns).find(networkId, runId)).input) as Problem;
  return new Map(groups.map((group) => [group.id, group.received ?? 0]));
}

async function awardedUnits(): Promise<Map<string, number>> {
  return app.db.inNetwork(networkId, async (tx) => {
    const codes = new Map((await tx.find(RecipientGroup)).map(({ id, code }) => [id, code]));
    const entries = await tx.findBy(RoundEntry, { roundId, takesPart: true });
    const units = new Map(entries.map(({ groupId }) => [codes.get(groupId) as string, 0]));
    for (const award of await tx.find(Award)) {
      const code = codes.get(award.groupId) as string;
      units.set(code, (units.get(code) ?? 0) + award.units);
    }
    return units;
  });
}

describe('what the rounds before gave', () => {
  it('counts for those that took part as soon as it is awarded; those that did not are credited the median level', async () => {
    const received = await nextRound('二回目', '2027-02-10');
    const awarded = await awardedUnits();
    expect(Math.max(...awarded.values())).toBeGreaterThan(0);
    for (const [code, units] of awarded) expect([code, received.get(code)]).toEqual([code, units]);
    const others = [...received].filter(([code]) => !awarded.has(code));
    expect(others.length).toBeGreaterThan(0);
    expect(others.every(([, units]) => units > 0)).toBe(true);
  });

  it('counts nothing that a receipt found short or damaged', async () => {
    const shipment = await directShipment();
    const lines = await app.db.inNetwork(networkId, (tx) => tx.findBy(ShipmentLine, { shipmentId: shipment.id }));
    await app.get(Shipments).dispatch(networkId, shipment.id, coordinator());
    const counted = lines.map((line, i) => ({
      ...{ shipmentLineId: line.id, received: line.units - (i === 0 ? 5 : 0), short: i === 0 ? 3 : 0, damaged: i === 0 ? 2 : 0 },
    }));
    await app.get(Receipts).confirm(networkId, shipment.id, counted, app.person(NAME, 'group-admin'));
    const code = await app.db.inNetwork(networkId, async (tx) => (await tx.findOneByOrFail(RecipientGroup, { id: shipment.groupId })).code);
    const [received, awarded] = [await nextRound('三回目', '2027-03-10'), await awardedUnits()];
    expect(received.get(code)).toBe((awarded.get(code) as number) - 5);
  });

  it('counts for rounds that arrive later, not for one that arrives before it', async () => {
    const received = await nextRound('前の回', '2026-12-09');
    expect([...received.values()].every((units) => units === 0)).toBe(true);
  });

  it('counts nothing where the policy looks back on no round', async () => {
    await app.get(AllocationPolicies).decide(networkId, { ...DEFAULT_TERMS, carryOverRounds: 0 }, '毎回はじめから', coordinator());
    const received = await nextRound('四回目', '2027-04-10');
    expect([...received.values()].every((units) => units === 0)).toBe(true);
  });
});

/** One that needs no count at a hub, to a site that is known. */
async function directShipment(): Promise<Shipment> {
  return app.db.inNetwork(networkId, async (tx) => {
    for (const shipment of await tx.find(Shipment, { order: { id: 'ASC' } })) {
      const site = await tx.findOneByOrFail(Site, { groupId: shipment.groupId, main: true });
      if (shipment.hubId === null && site.address !== null) return shipment;
    }
    throw new Error('the sample ships nothing directly');
  });
}
