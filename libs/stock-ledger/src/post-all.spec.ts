import { commandId, lotId, PLACES, SmallLedger } from '../test/small-ledger.js';
import { type AccountKey, accountId, balanceAt, move, Periods, type PostCommand, StockLedger } from './index.js';

let small: SmallLedger;

beforeAll(async () => {
  small = await SmallLedger.start('post-all');
  await small.post('pledge', 'pledge', '2026-11-01', 'source', 'pledged', 1_000);
  await small.post('stock', 'hub-intake', '2026-11-02', 'pledged', 'group', 500);
}, 60_000);
afterAll(() => small.stop());
afterEach(async () => expect(await small.discrepancies()).toEqual([]));

const ledger = () => small.app.get(StockLedger);

function taking(name: string, units: number, change: Partial<PostCommand> = {}): PostCommand {
  const postings = [move(small.networkId, lotId('noodles'), PLACES.group, PLACES.families, units)];
  return {
    commandId: commandId(name),
    kind: 'hand-out',
    effectiveAt: new Date('2026-11-03T03:00:00Z'),
    actorId: null,
    reason: null,
    postings,
    ...change,
  };
}

const postAll = (commands: readonly PostCommand[]) => ledger().postAll(small.app.db.prepared, small.networkId, commands);
const unitsAt = (account: AccountKey) =>
  small.app.db.inNetwork(small.networkId, (tx) =>
    balanceAt(tx, accountId(small.networkId, account), lotId('noodles'), new Date('2026-12-01')),
  );

/** What every table of the ledger and the journal's head say. */
const everything = () =>
  small.app.db.inNetwork(small.networkId, (tx) =>
    tx.query(`SELECT (SELECT count(*) FROM ledger_transaction) AS transactions, (SELECT count(*) FROM ledger_posting) AS postings,
                     (SELECT json_agg(b ORDER BY account_id, lot_id) FROM ledger_balance b) AS balances,
                     (SELECT count(*) FROM outbox_event) AS events, (SELECT json_agg(h) FROM journal_head h) AS head`),
  );

describe('many commands as one', () => {
  it('are each in the ledger, with a voucher in the order in which they were given', async () => {
    const [before, vouchers] = [await unitsAt(PLACES.group), await small.vouchers()];
    const commands = Array.from({ length: 100 }, (_, i) => taking(`one of many ${i}`, 1 + (i % 3)));
    expect(await postAll(commands)).toBe(true);
    expect(await unitsAt(PLACES.group)).toBe(before - commands.reduce((sum, c) => sum + (c.postings[0]?.units ?? 0), 0));
    expect(await small.vouchers()).toEqual(Array.from({ length: vouchers.length + 100 }, (_, i) => i + 1));
    const entries = await small.app.db.inNetwork(small.networkId, (tx) =>
      tx.query<{ entry_id: string }[]>('SELECT entry_id FROM journal_entry ORDER BY seq DESC LIMIT 100'),
    );
    expect(entries.map((entry) => entry.entry_id).reverse()).toEqual(commands.map((c) => c.commandId));
    for (const command of commands.slice(0, 3))
      await expect(ledger().post(small.app.db.prepared, small.networkId, command)).resolves.toMatchObject({ applied: false });
  });

  const known = () => taking('one of many 0', 1);
  it.each<[string, () => PostCommand[]]>([
    ['one is known already', () => [taking('new beside known', 1), known()]],
    ['one is known with other contents', () => [taking('new beside other', 1), { ...known(), reason: 'other' }]],
    ['the same comes twice', () => [taking('twice', 1), taking('twice', 1)]],
    ['they take more than there is together', () => [taking('much a', 250), taking('much b', 250)]],
    ['one takes nothing', () => [taking('fine', 1), taking('none', 1, { postings: [] })]],
    ['one takes less than nothing', () => [taking('fine too', 1), taking('negative', -1)]],
    ['one takes a part of a unit', () => [taking('whole', 1), taking('part', 0.5)]],
    ['one names a lot that nobody knows', () => [taking('lot known', 1), withLot('lot unknown', commandId('no lot'))]],
    ['one names an account that nobody knows', () => [taking('account known', 1), withDestination('account unknown', commandId('nobody'))]],
    ['one has the id of a journal entry', () => [taking('no entry', 1), taking('entry', 1)]],
  ])('are not applied, none of them, when %s', async (_name, commands) => {
    await small.app.db.inNetwork(small.networkId, (tx) =>
      tx.query(`SELECT journal_append($1, $2, 'note', '{}', now())`, [small.networkId, commandId('entry')]),
    );
    const before = await everything();
    expect(await postAll(commands())).toBe(false);
    expect(await everything()).toEqual(before);
  });

  it('are not applied when one is dated in a closed month', async () => {
    await small.app.get(Periods).close(small.networkId, '2026-10', small.app.person(small.name, 'approver'));
    const before = await everything();
    expect(await postAll([taking('open', 1), taking('closed', 1, { effectiveAt: new Date('2026-10-31T00:00:00Z') })])).toBe(false);
    expect(await everything()).toEqual(before);
  });

  function withLot(name: string, lot: string): PostCommand {
    return taking(name, 1, { postings: [move(small.networkId, lot, PLACES.group, PLACES.families, 1)] });
  }

  function withDestination(name: string, placeId: string): PostCommand {
    return taking(name, 1, { postings: [move(small.networkId, lotId('noodles'), PLACES.group, { ...PLACES.families, placeId }, 1)] });
  }
});

describe('batches and single commands at the same moment', () => {
  it('wait for each other and never in a circle, and lose nothing', async () => {
    const places = [PLACES.pledged, PLACES.hub, PLACES.group, PLACES.families, PLACES.transit, PLACES.atHub];
    const back = (name: string, i: number): PostCommand => {
      // From a place that has enough to any other, some of which have no balance yet: made by whoever comes first.
      const destination = places[1 + ((i * 7) % 5)] as AccountKey;
      const lines = [move(small.networkId, lotId(i % 2 ? 'noodles' : 'rice'), PLACES.source, destination, 1 + (i % 4))];
      const more = [move(small.networkId, lotId(i % 2 ? 'rice' : 'noodles'), PLACES.source, places[1 + (i % 5)] as AccountKey, 1)];
      return taking(name, 1, { kind: 'test', postings: i % 3 ? [...lines, ...more] : [...more, ...lines] });
    };
    const all = Array.from({ length: 40 }, (_, b) => Array.from({ length: 12 }, (_, i) => back(`mixed ${b} ${i}`, (i * 5 + b * 3) % 31)));
    const sent = all.map((batch, b) =>
      b % 2
        ? postAll(batch).then((applied) => expect(applied).toBe(true))
        : Promise.all(batch.map((c) => ledger().post(small.app.db.prepared, small.networkId, c))),
    );
    await Promise.all(sent);
    const [row] = await small.app.db.inNetwork(small.networkId, (tx) =>
      tx.query<{ count: string }[]>(`SELECT count(*) FROM ledger_transaction WHERE kind = 'test'`),
    );
    expect(Number(row?.count)).toBe(40 * 12);
  });
});
