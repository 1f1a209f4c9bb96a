import { HandOuts } from '@wakachi/distributions';
import { Lot } from '@wakachi/donations';
import { groupIdOf, RecipientGroup } from '@wakachi/groups';
import { Journal } from '@wakachi/journal';
import { deriveId } from '@wakachi/kernel';
import { Approvals } from '@wakachi/rounds';
import { accounts, move, StockLedger } from '@wakachi/stock-ledger';
import { TestApplication } from '../../../test/harness/application.js';
import { impactByDonor, impactByPrefecture, networkFigures } from './index.js';

const NAME = 'impact';
let app: TestApplication;
let networkId: string;
let roundId: string;

beforeAll(async () => {
  app = await TestApplication.start();
  ({ networkId, roundId } = await app.sampleRound(NAME));
}, 60_000);
afterAll(() => app.stop());

const lotNumber = (line: number) => app.db.inNetwork(networkId, (tx) => tx.findOneByOrFail(Lot, { lineNumber: line }));
const figures = () => app.db.inNetwork(networkId, (tx) => networkFigures(tx, app.get(Journal), roundId));

/** Straight from the pledge to the group: how it got there is not what is tested here. */
async function giveTo(code: string, lot: Lot, units: number): Promise<void> {
  await app.get(StockLedger).post(app.db.dataSource, networkId, {
    commandId: deriveId('given', code, lot.id),
    kind: 'test',
    effectiveAt: app.clock.now(),
    actorId: null,
    reason: null,
    postings: [move(networkId, lot.id, accounts.donorPledged(lot.donorId), accounts.groupOnHand(groupIdOf(networkId, code)), units)],
  });
}

async function handOut(name: string, code: string, households: number, lines: { lotId: string; units: number }[]): Promise<void> {
  const by = app.person(NAME, 'group-admin');
  const report = {
    id: deriveId(name),
    groupId: groupIdOf(networkId, code),
    roundId,
    handedOutOn: '2026-12-12',
    households,
    children: 3,
    lines,
    recordedBy: by,
  };
  await app.get(HandOuts).record(networkId, report);
}

describe('impact', () => {
  it('is what families were handed, by donor and by prefecture, and a reversed hand-out is gone from it', async () => {
    const [curry, jelly] = [await lotNumber(1), await lotNumber(2)];
    await giveTo('G001', curry, 60);
    await giveTo('G001', jelly, 36);
    await giveTo('G003', curry, 30);
    await handOut('first', 'G001', 20, [
      { lotId: curry.id, units: 30 },
      { lotId: jelly.id, units: 18 },
    ]);
    await handOut('second', 'G001', 15, [{ lotId: curry.id, units: 15 }]);
    await handOut('third', 'G003', 7, [{ lotId: curry.id, units: 10 }]);
    // Line 1 is 30 units in 6.9 kg, line 2 36 units in 7.2 kg.
    expect(await app.db.inNetwork(networkId, impactByDonor)).toEqual([
      { name: 'みのり食品株式会社（見本）', units: 18, kilograms: 3.6, unweighedUnits: 0, households: 20 },
      { name: '東都製粉株式会社（見本）', units: 55, kilograms: 12.65, unweighedUnits: 0, households: 42 },
    ]);
    expect(await app.db.inNetwork(networkId, impactByPrefecture)).toEqual([
      { name: '13', units: 63, kilograms: 13.95, unweighedUnits: 0, households: 35 },
      { name: '32', units: 10, kilograms: 2.3, unweighedUnits: 0, households: 7 },
    ]);
    await app.get(StockLedger).reverse(app.db.dataSource, networkId, {
      commandId: deriveId('undone'),
      kind: 'reversal',
      effectiveAt: new Date('2026-12-13T00:00:00Z'),
      actorId: null,
      reason: '別の団体の記録',
      reverses: deriveId('third'),
    });
    const after = await app.db.inNetwork(networkId, impactByPrefecture);
    expect(after.map((line) => line.name)).toEqual(['13']);
  });

  it('adds the units of every place up to what was offered, and has no levels before a decision', async () => {
    const group = groupIdOf(networkId, 'G001');
    const difference = { ...accounts.stockDifference(group), label: '棚卸差異' };
    await app.db.inNetwork(networkId, (tx) => app.get(StockLedger).openAccounts(tx, networkId, [difference]));
    await app.get(StockLedger).post(app.db.dataSource, networkId, {
      commandId: deriveId('counted', group),
      kind: 'test',
      effectiveAt: app.clock.now(),
      actorId: null,
      reason: null,
      postings: [move(networkId, (await lotNumber(2)).id, accounts.groupOnHand(group), difference, 4)],
    });
    const { units, levels, cases } = await figures();
    const { offered, ...places } = units;
    expect(places.lost).toBe(4);
    expect(Object.values(places).reduce((sum, n) => sum + n, 0)).toBe(offered);
    expect(levels).toEqual({ min: 0, max: 0, gini: 0, unreachable: 0 });
    expect(cases).toEqual({ offered: 13_638, placed: 0, held: 203, unplaced: 13_435 });
  });

  it('sees an approved round’s levels in units per approved household', async () => {
    const other = 'impact-levels';
    const round = await app.sampleRound(other);
    const proposal = await app.propose(other, round.networkId, round.roundId);
    await app.get(Approvals).approve(round.networkId, proposal.id, app.person(other, 'approver'));
    const found = await app.db.inNetwork(round.networkId, async (tx) => {
      const rows = await tx.query<{ level: number }[]>(
        `SELECT sum(a.units)::float / e.approved_households AS level FROM award a JOIN round_entry e ON e.group_id = a.group_id GROUP BY e.group_id, e.approved_households`,
      );
      expect(await tx.count(RecipientGroup)).toBe(100);
      return { levels: rows.map((row) => row.level), figures: await networkFigures(tx, app.get(Journal), round.roundId) };
    });
    expect(found.figures.levels.max).toBeCloseTo(Math.max(...found.levels), 5);
    expect(found.figures.levels.min).toBeCloseTo(Math.min(...found.levels), 5);
    expect(found.figures.levels.unreachable).toBe(5);
    expect(found.figures.awarded).toBe(found.figures.units.reserved);
  });
});
