import type { Database } from '@wakachi/database';
import { Journal } from '@wakachi/journal';
import { deriveId, FixedClock } from '@wakachi/kernel';
import { type TestDatabase, testDatabase } from '../../../test/harness/test-database.js';
import {
  AlreadyReversed,
  accountId,
  balanceAt,
  discrepancies,
  IdempotencyConflict,
  InsufficientStock,
  type PostCommand,
  StockLedger,
  stockOf,
  UnknownAccount,
  UnknownLot,
  UnknownTransaction,
} from './index.js';

const NETWORK = deriveId('network', 'stock-ledger.spec');
const LOT = deriveId('lot', 'noodles');
const DONOR = deriveId('donor', 'mill');
const clock = new FixedClock(new Date('2026-11-24T00:00:00Z'));
const ledger = new StockLedger(clock);

const source = { kind: 'donor-source', placeId: DONOR, referenceId: null, label: '製粉 帳外' } as const;
const pledged = { kind: 'donor-pledged', placeId: DONOR, referenceId: null, label: '製粉 申出' } as const;
const hub = { kind: 'hub-on-hand', placeId: deriveId('hub', 'tokyo'), referenceId: null, label: '東京拠点 在庫' } as const;
const [SOURCE, PLEDGED, HUB] = [source, pledged, hub].map((account) => accountId(NETWORK, account)) as [string, string, string];

let test: TestDatabase;
let db: Database;

function command(name: string, postings: [string, string, number][], effectiveAt = '2026-11-24T00:00:00Z'): PostCommand {
  return {
    commandId: deriveId('command', name),
    kind: 'test',
    effectiveAt: new Date(effectiveAt),
    actorId: null,
    reason: null,
    postings: postings.map(([sourceId, destinationId, units]) => ({ lotId: LOT, sourceId, destinationId, units })),
  };
}

const post = (c: PostCommand) => ledger.post(db.dataSource, NETWORK, c);
const reverse = (name: string, original: string) =>
  ledger.reverse(db.dataSource, NETWORK, {
    commandId: deriveId('command', name),
    kind: 'reversal',
    effectiveAt: clock.now(),
    actorId: null,
    reason: '誤記',
    reverses: deriveId('command', original),
  });

beforeAll(async () => {
  test = await testDatabase();
  db = test.db;
  await db.inNetwork(NETWORK, async (tx) => {
    await tx.query('INSERT INTO network (id, name, created_at) VALUES ($1, $2, $3)', [NETWORK, '試験', clock.now()]);
    await new Journal(clock).open(tx, NETWORK);
    await ledger.openAccounts(tx, NETWORK, [source, pledged, hub]);
    await ledger.openLots(tx, NETWORK, [{ id: LOT, label: '即席麺' }]);
  });
  await post(command('pledge', [[SOURCE, PLEDGED, 100]]));
});
afterAll(() => test.drop());
afterEach(async () => {
  expect(await db.inNetwork(NETWORK, discrepancies)).toEqual([]);
});

describe('the stock ledger', () => {
  it('moves units from one account to another', async () => {
    await post(command('count-in', [[PLEDGED, HUB, 30]]));
    await db.inNetwork(NETWORK, async (tx) => {
      expect(await stockOf(tx, PLEDGED)).toEqual([{ lotId: LOT, accountId: PLEDGED, units: 70 }]);
      expect(await stockOf(tx, HUB)).toEqual([{ lotId: LOT, accountId: HUB, units: 30 }]);
    });
  });

  it('applies a command once, however often it is sent', async () => {
    const first = await post(command('once', [[PLEDGED, HUB, 1]]));
    const second = await post(command('once', [[PLEDGED, HUB, 1]]));
    expect(first.applied).toBe(true);
    expect(second).toEqual({ applied: false, journalSeq: first.journalSeq });
    await expect(stockOfPledged()).resolves.toBe(69);
  });

  it('applies a command once when it is sent eight times at the same moment', async () => {
    const sent = await Promise.all(Array.from({ length: 8 }, () => post(command('at-once', [[PLEDGED, HUB, 2]]))));
    expect(sent.filter((result) => result.applied)).toHaveLength(1);
    await expect(stockOfPledged()).resolves.toBe(67);
  });

  it('refuses another body under the same command id', async () => {
    await post(command('body', [[PLEDGED, HUB, 1]]));
    await expect(post(command('body', [[PLEDGED, HUB, 2]]))).rejects.toBeInstanceOf(IdempotencyConflict);
  });

  it('refuses a command under the id of an entry of the journal that is no posting', async () => {
    const entry = { entryId: deriveId('command', 'taken'), kind: 'noted', body: { what: 'a note' } };
    await db.inNetwork(NETWORK, (tx) => new Journal(clock).append(tx, NETWORK, entry));
    await expect(post(command('taken', [[SOURCE, PLEDGED, 1]]))).rejects.toBeInstanceOf(IdempotencyConflict);
    expect(await db.inNetwork(NETWORK, discrepancies)).toEqual([]);
  });

  it('names the lot and the account that fall short, in both languages, and changes nothing', async () => {
    const before = await stockOfPledged();
    const error = await post(
      command('too-much', [
        [PLEDGED, HUB, 1],
        [HUB, PLEDGED, 9_999],
      ]),
    ).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(InsufficientStock);
    expect(error).toMatchObject({ lot: '即席麺', account: '東京拠点 在庫', wanted: 9_998 });
    expect((error as InsufficientStock).text.ja).toContain('即席麺 が「東京拠点 在庫」に');
    await expect(stockOfPledged()).resolves.toBe(before);
  });

  it('lets only the donor’s own stock go below zero', async () => {
    await post(command('more', [[SOURCE, PLEDGED, 5]]));
    await post(command('less', [[PLEDGED, SOURCE, 5]]));
    const balance = await db.inNetwork(NETWORK, (tx) => stockOf(tx, SOURCE));
    expect(balance[0]?.units).toBe(-100);
  });

  it('refuses an account and a lot that nobody opened', async () => {
    await expect(post(command('no-account', [[PLEDGED, deriveId('nowhere'), 1]]))).rejects.toBeInstanceOf(UnknownAccount);
    const other = command('no-lot', [[PLEDGED, HUB, 1]]);
    const lost = { ...other, postings: other.postings.map((p) => ({ ...p, lotId: deriveId('no such lot') })) };
    await expect(post(lost)).rejects.toBeInstanceOf(UnknownLot);
  });

  it.each([0, -1])('refuses a quantity of %d', async (units) => {
    await expect(post(command(`bad ${units}`, [[PLEDGED, HUB, units]]))).rejects.toMatchObject({ type: 'malformed-posting' });
  });

  it.each([
    ['half a unit', `{"kind":"t","effectiveAt":"2026-11-24T00:00:00Z","postings":[["${LOT}","${PLEDGED}","${HUB}",1.5]]}`],
    ['true units', `{"kind":"t","effectiveAt":"2026-11-24T00:00:00Z","postings":[["${LOT}","${PLEDGED}","${HUB}",true]]}`],
    [
      'more units than a number holds',
      `{"kind":"t","effectiveAt":"2026-11-24T00:00:00Z","postings":[["${LOT}","${PLEDGED}","${HUB}",9223372036854775808]]}`,
    ],
    ['an object of postings', '{"kind":"t","effectiveAt":"2026-11-24T00:00:00Z","postings":{}}'],
    ['no postings', '{"kind":"t","effectiveAt":"2026-11-24T00:00:00Z"}'],
    ['a posting of text', '{"kind":"t","effectiveAt":"2026-11-24T00:00:00Z","postings":["a"]}'],
    ['an id that is none', `{"kind":"t","effectiveAt":"2026-11-24T00:00:00Z","postings":[["x","${PLEDGED}","${HUB}",1]]}`],
    ['no kind', `{"effectiveAt":"2026-11-24T00:00:00Z","postings":[["${LOT}","${PLEDGED}","${HUB}",1]]}`],
    ['no time', `{"kind":"t","postings":[["${LOT}","${PLEDGED}","${HUB}",1]]}`],
    ['a time in words', `{"kind":"t","effectiveAt":"tomorrow","postings":[["${LOT}","${PLEDGED}","${HUB}",1]]}`],
    ['no end of time', `{"kind":"t","effectiveAt":"infinity","postings":[["${LOT}","${PLEDGED}","${HUB}",1]]}`],
    ['half a document', '{"kind":'],
    ['NUL', '{"kind":"\\u0000","effectiveAt":"2026-11-24T00:00:00Z","postings":[]}'],
  ])('calls %s a malformed posting and raises nothing', async (_, body) => {
    const rows = await db.dataSource.query('SELECT ledger_post($1, $2, $3, now()) AS result', [NETWORK, deriveId('malformed', body), body]);
    expect(rows).toEqual([{ result: { outcome: 'malformed-posting' } }]);
  });

  it('takes nothing back before it happened', async () => {
    await post(command('later', [[PLEDGED, HUB, 1]], '2026-12-24T00:00:00Z'));
    await expect(reverse('too early', 'later')).rejects.toMatchObject({ type: 'malformed-posting' });
  });

  it('corrects by a reversal, once', async () => {
    const before = await stockOfPledged();
    await post(command('wrong', [[PLEDGED, HUB, 3]]));
    await reverse('undo', 'wrong');
    await expect(stockOfPledged()).resolves.toBe(before);
    await expect(reverse('undo again', 'wrong')).rejects.toBeInstanceOf(AlreadyReversed);
    await expect(reverse('undo nothing', 'never posted')).rejects.toBeInstanceOf(UnknownTransaction);
  });

  it('cannot take back what has moved on', async () => {
    const empty = { kind: 'disposed', placeId: null, referenceId: null, label: '処分' } as const;
    const [DISPOSED] = await db.inNetwork(NETWORK, (tx) => ledger.openAccounts(tx, NETWORK, [empty]));
    const held = await db.inNetwork(NETWORK, (tx) => stockOf(tx, HUB));
    await post(command('all-in', [[PLEDGED, HUB, 10]]));
    await post(command('all-out', [[HUB, DISPOSED as string, (held[0]?.units ?? 0) + 10]]));
    await expect(reverse('undo all-in', 'all-in')).rejects.toBeInstanceOf(InsufficientStock);
  });

  it('knows the balance of any day', async () => {
    const site = { kind: 'group-on-hand', placeId: deriveId('group', 'dated'), referenceId: null, label: '団体 在庫' } as const;
    const [SITE] = (await db.inNetwork(NETWORK, (tx) => ledger.openAccounts(tx, NETWORK, [site]))) as [string];
    await post(command('monday', [[PLEDGED, SITE, 4]], '2026-12-07T00:00:00Z'));
    await post(command('wednesday', [[SITE, PLEDGED, 1]], '2026-12-09T00:00:00Z'));
    const at = (day: string) => db.inNetwork(NETWORK, (tx) => balanceAt(tx, SITE, LOT, new Date(day)));
    expect([await at('2026-12-06T00:00:00Z'), await at('2026-12-08T00:00:00Z'), await at('2026-12-10T00:00:00Z')]).toEqual([0, 4, 3]);
  });
});

async function stockOfPledged(): Promise<number> {
  const [line] = await db.inNetwork(NETWORK, (tx) => stockOf(tx, PLEDGED));
  return line?.units ?? 0;
}
