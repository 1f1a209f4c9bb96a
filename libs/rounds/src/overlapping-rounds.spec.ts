import type { Database } from '@wakachi/database';
import { discrepancies, InsufficientStock } from '@wakachi/stock-ledger';
import { TestApplication } from '../../../test/harness/application.js';
import { Approvals, NothingToAllocate, Proposal, RoundEntry, RoundRuns, Rounds, RunHandler } from './index.js';

/** So few groups, with so little room, that a round leaves something for a few others but never for all of them. */
const [GROUPS_TAKING_PART, CASES_PER_GROUP] = [12, 150];
const MOST_TRIES = 3;

let apps: TestApplication[];
beforeAll(async () => {
  const first = await TestApplication.start();
  apps = [first, await TestApplication.beside(first)];
});
afterAll(async () => {
  for (const app of apps.reverse()) await app.stop();
});

/** Rounds over the same lots, each with its own seed; every one wants the same goods. */
async function overlappingRounds(name: string, count: number): Promise<{ networkId: string; roundIds: string[] }> {
  const [app] = apps as [TestApplication];
  const { networkId, roundId } = await app.sampleRound(name);
  const createdBy = app.person(name, 'coordinator');
  const roundIds = [roundId];
  for (let i = 1; i < count; i++) {
    const round = { name: `重なる配分回 ${i}`, arrivalDate: '2026-12-10', measure: 'units', policy: 'lot-by-lot', createdBy } as const;
    roundIds.push(await app.get(Rounds).open(networkId, round));
    await app.get(Rounds).enter(networkId, roundIds.at(-1) as string, null, createdBy);
  }
  await app.db.inNetwork(networkId, async (tx) => {
    const some = await tx.find(RoundEntry, { where: { roundId, takesPart: true }, order: { groupId: 'ASC' }, take: GROUPS_TAKING_PART });
    await tx.query('UPDATE round_entry SET takes_part = group_id = ANY ($1), ambient_cases = $2', [
      some.map((entry) => entry.groupId),
      CASES_PER_GROUP,
    ]);
  });
  return { networkId, roundIds };
}

/** What a coordinator and an approver do, again when somebody else was quicker: whatever is thrown and not foreseen stays. */
async function decide(app: TestApplication, name: string, networkId: string, roundId: string): Promise<'approved' | 'refused'> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    try {
      const runId = await app.get(RoundRuns).request(networkId, roundId, app.person(name, 'coordinator'));
      await app.get(RunHandler).handle(networkId, runId);
      const proposal = await app.db.inNetwork(networkId, (tx) => tx.findOneByOrFail(Proposal, { runId }));
      await app.get(Approvals).approve(networkId, proposal.id, app.person(name, 'approver'));
      return 'approved';
    } catch (error) {
      if (!(error instanceof InsufficientStock || error instanceof NothingToAllocate)) throw error;
    }
  }
  return 'refused';
}

interface LotRow {
  readonly lot: string;
  readonly offered: number;
  readonly awarded: number;
  readonly reserved: number;
}

function lots(db: Database, networkId: string): Promise<LotRow[]> {
  return db.inNetwork(networkId, (tx) =>
    tx.query<LotRow[]>(
      `SELECT l.id AS lot, (l.cases * l.units_per_case)::int AS offered,
              (SELECT coalesce(sum(a.units), 0)::int FROM award a WHERE a.lot_id = l.id) AS awarded,
              (SELECT coalesce(sum(b.quantity), 0)::int FROM ledger_balance b JOIN ledger_account c ON c.id = b.account_id
                WHERE b.lot_id = l.id AND c.kind = 'award-reserved') AS reserved
         FROM lot l ORDER BY l.id`,
    ),
  );
}

describe('rounds over the same lots', () => {
  it.each([2, 8, 16, 32])(
    '%i at once never award more than there is, and none fails but for want of stock',
    async (count) => {
      const name = `overlapping-${count}`;
      const { networkId, roundIds } = await overlappingRounds(name, count);
      const decisions = await Promise.allSettled(
        roundIds.map((roundId, i) => decide(apps[i % apps.length] as TestApplication, name, networkId, roundId)),
      );
      expect(decisions.flatMap((decision) => (decision.status === 'rejected' ? [decision.reason] : []))).toEqual([]);
      expect(decisions).toContainEqual({ status: 'fulfilled', value: 'approved' });
      const [app] = apps as [TestApplication];
      const rows = await lots(app.db, networkId);
      expect(rows.filter((row) => row.reserved > row.offered || row.reserved !== row.awarded)).toEqual([]);
      expect(rows.some((row) => row.reserved > 0)).toBe(true);
      await expect(app.db.inNetwork(networkId, discrepancies)).resolves.toEqual([]);
    },
    180_000,
  );
});

/** Proof that the lots above are fought over: the same connections, reading and then writing without a lock. */
it('reading what is free and then writing, without a lock, over-awards', async () => {
  const [app] = apps as [TestApplication];
  const { networkId } = await overlappingRounds('naive', 1);
  await app.database.asOwner((owner) =>
    owner.query('CREATE TABLE naive_award (lot uuid, units integer); GRANT SELECT, INSERT ON naive_award TO PUBLIC'),
  );
  const [{ lot, offered }] = (await lots(app.db, networkId)) as [LotRow];
  const readers = 16;
  let read = 0;
  let go: () => void = () => undefined;
  const allHaveRead = new Promise<void>((resolve) => {
    go = resolve;
  });
  const awardAll = (one: TestApplication) =>
    one.db.inNetwork(networkId, async (tx) => {
      const [free] = await tx.query<{ units: number }[]>('SELECT $1 - coalesce(sum(units), 0)::int AS units FROM naive_award', [offered]);
      read += 1;
      if (read === readers) go();
      await allHaveRead;
      if (free && free.units > 0) await tx.query('INSERT INTO naive_award VALUES ($1, $2)', [lot, free.units]);
    });
  await Promise.all(Array.from({ length: readers }, (_, i) => awardAll(apps[i % apps.length] as TestApplication)));
  const [sum] = await app.db.inNetwork(networkId, (tx) =>
    tx.query<{ units: number }[]>('SELECT sum(units)::int AS units FROM naive_award'),
  );
  expect(sum?.units).toBe(readers * offered);
});
