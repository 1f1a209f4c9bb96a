import { firstBrokenEntry, Journal, type JournalRow } from '@wakachi/journal';
import { DomainError, deriveId, FixedClock } from '@wakachi/kernel';
import fc from 'fast-check';
import { type TestDatabase, testDatabase } from '../../../test/harness/test-database.js';
import { discrepancies, StockLedger } from './index.js';

const clock = new FixedClock(new Date('2026-11-24T00:00:00Z'));
const ledger = new StockLedger(clock);
const DONOR = deriveId('donor');
const LOTS = [deriveId('lot', 1), deriveId('lot', 2)];
const ACCOUNTS = [
  { kind: 'donor-source', placeId: DONOR, referenceId: null, label: '帳外' },
  { kind: 'donor-pledged', placeId: DONOR, referenceId: null, label: '申出' },
  { kind: 'hub-on-hand', placeId: deriveId('hub'), referenceId: null, label: '拠点' },
  { kind: 'group-on-hand', placeId: deriveId('group'), referenceId: null, label: '団体' },
  { kind: 'distributed', placeId: null, referenceId: null, label: '配布' },
] as const;

type Move = { lot: number; from: number; to: number; units: number };
type Step = { do: 'post'; key: number; moves: Move[] } | { do: 'reverse'; key: number; original: number };

/** The ledger in twenty lines: what the SQL function must agree with, step by step. */
class Model {
  readonly balances = new Map<string, number>();
  private readonly applied = new Map<number, { step: string; moves: Move[]; reverses: number | null }>();

  apply(step: Step): string {
    const known = this.applied.get(step.key);
    if (known) return known.step === JSON.stringify(step) ? 'already-applied' : 'idempotency-conflict';
    const original = step.do === 'reverse' ? this.applied.get(step.original) : null;
    if (original === undefined) return 'unknown-transaction';
    const moves = step.do === 'post' ? step.moves : (original as { moves: Move[] }).moves.map((m) => ({ ...m, from: m.to, to: m.from }));
    if (step.do === 'reverse' && [...this.applied.values()].some((a) => a.reverses === step.original)) return 'already-reversed';
    const next = new Map(this.balances);
    for (const m of moves) {
      next.set(`${m.from}/${m.lot}`, (next.get(`${m.from}/${m.lot}`) ?? 0) - m.units);
      next.set(`${m.to}/${m.lot}`, (next.get(`${m.to}/${m.lot}`) ?? 0) + m.units);
    }
    if ([...next].some(([key, units]) => units < 0 && !key.startsWith('0/'))) return 'insufficient-stock';
    for (const [key, units] of next) this.balances.set(key, units);
    this.applied.set(step.key, { step: JSON.stringify(step), moves, reverses: step.do === 'reverse' ? step.original : null });
    return 'applied';
  }
}

const move = fc
  .record({ lot: fc.nat(1), from: fc.nat(4), to: fc.nat(4), units: fc.integer({ min: 1, max: 40 }) })
  .filter((m) => m.from !== m.to);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('post' as const), key: fc.nat(30), moves: fc.array(move, { minLength: 1, maxLength: 4 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reverse' as const), key: fc.nat(30), original: fc.nat(30) }) },
);

let test: TestDatabase;
let sequence = 0;

beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.drop());

async function openNetwork(): Promise<{ network: string; accounts: string[] }> {
  sequence += 1;
  const network = deriveId('network', 'conservation', sequence);
  return test.db.inNetwork(network, async (tx) => {
    await tx.query('INSERT INTO network (id, name, created_at) VALUES ($1, $2, $3)', [network, '試験', clock.now()]);
    await new Journal(clock).open(tx, network);
    await ledger.openLots(
      tx,
      network,
      LOTS.map((id) => ({ id, label: id })),
    );
    return { network, accounts: await ledger.openAccounts(tx, network, ACCOUNTS) };
  });
}

async function send(network: string, accounts: string[], s: Step): Promise<string> {
  const head = { commandId: deriveId(network, s.key), kind: s.do, effectiveAt: clock.now(), actorId: null, reason: null };
  try {
    const posted =
      s.do === 'reverse'
        ? await ledger.reverse(test.db.dataSource, network, { ...head, reverses: deriveId(network, s.original) })
        : await ledger.post(test.db.dataSource, network, {
            ...head,
            postings: s.moves.map((m) => ({
              lotId: LOTS[m.lot] as string,
              sourceId: accounts[m.from] as string,
              destinationId: accounts[m.to] as string,
              units: m.units,
            })),
          });
    return posted.applied ? 'applied' : 'already-applied';
  } catch (error) {
    if (error instanceof DomainError) return error.type;
    throw error;
  }
}

async function balances(network: string, accounts: string[]): Promise<Map<string, number>> {
  const rows = await test.db.inNetwork(network, (tx) =>
    tx.query<{ account_id: string; lot_id: string; quantity: string }[]>(
      'SELECT account_id, lot_id, quantity FROM ledger_balance WHERE quantity <> 0',
    ),
  );
  return new Map(rows.map((row) => [`${accounts.indexOf(row.account_id)}/${LOTS.indexOf(row.lot_id)}`, Number(row.quantity)]));
}

describe('conservation', () => {
  it('agrees with a model on every outcome and balance of any sequence of commands: drift 0', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const { network, accounts } = await openNetwork();
        const model = new Model();
        for (const s of steps) expect(await send(network, accounts, s)).toBe(model.apply(s));
        expect(await balances(network, accounts)).toEqual(new Map([...model.balances].filter(([, units]) => units !== 0)));
        expect(await test.db.inNetwork(network, discrepancies)).toEqual([]);
      }),
      { numRuns: Number(process.env['LEDGER_SEQUENCES'] ?? 300) },
    );
  }, 1_200_000);

  it('never oversells when sixteen take from the same ten units at once', async () => {
    const { network, accounts } = await openNetwork();
    const take = (key: number, from: number, to: number, units: number) =>
      send(network, accounts, { do: 'post', key, moves: [{ lot: 0, from, to, units }] });
    await take(1000, 0, 2, 10);
    const outcomes = await Promise.all(Array.from({ length: 16 }, (_, i) => take(2000 + i, 2, 3, 1)));
    expect(outcomes.filter((o) => o === 'applied')).toHaveLength(10);
    expect(outcomes.filter((o) => o === 'insufficient-stock')).toHaveLength(6);
  });

  it('does not deadlock when batches name the same lots in opposite orders', async () => {
    const { network, accounts } = await openNetwork();
    const both = (key: number, lots: number[]) =>
      send(network, accounts, { do: 'post', key, moves: lots.map((lot) => ({ lot, from: 0, to: 1, units: 1 })) });
    const outcomes = await Promise.all(Array.from({ length: 40 }, (_, i) => both(i, i % 2 ? [0, 1] : [1, 0])));
    expect(new Set(outcomes)).toEqual(new Set(['applied']));
  });

  it('chains the journal so that a verifier without the database finds the first changed entry', async () => {
    const { network, accounts } = await openNetwork();
    for (let key = 1; key <= 6; key += 1)
      await send(network, accounts, { do: 'post', key, moves: [{ lot: 0, from: 0, to: 1, units: key }] });
    const rows = await test.db.inNetwork(network, (tx) =>
      tx.query<JournalRow[]>(`SELECT seq::int AS seq, entry_id AS "entryId", kind, body, encode(hash, 'hex') AS hash,
        to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "recordedAt" FROM journal_entry ORDER BY seq`),
    );
    expect(rows).toHaveLength(6);
    expect(firstBrokenEntry(network, rows)).toBeNull();
    const tampered = rows.map((row) => (row.seq === 4 ? { ...row, body: row.body.replace(',4]', ',5]') } : row));
    expect(firstBrokenEntry(network, tampered)).toBe(4);
    expect(
      firstBrokenEntry(
        network,
        rows.filter((row) => row.seq !== 2),
      ),
    ).toBe(2);
  });

  it('says so when somebody changes a balance behind its back', async () => {
    const { network, accounts } = await openNetwork();
    await send(network, accounts, { do: 'post', key: 1, moves: [{ lot: 0, from: 0, to: 1, units: 7 }] });
    await test.asOwner((owner) => owner.query('UPDATE ledger_balance SET quantity = 8 WHERE network_id = $1 AND quantity = 7', [network]));
    const found = await test.db.inNetwork(network, discrepancies);
    expect(found.map((d) => d.problem).sort()).toEqual(['balance-differs-from-postings', 'lot-does-not-sum-to-zero']);
  });
});
