import { deriveId, FixedClock } from '@wakachi/kernel';
import { TestApplication } from '../../../test/harness/application.js';
import { currentHeads, exportJournal, headLine, Journal, JournalEntryConflict, readHead, verifyJournal } from './index.js';

let app: TestApplication;
let networkId: string;
beforeAll(async () => {
  app = await TestApplication.start();
  ({ networkId } = await app.sampleRound('journal'));
});
afterAll(() => app.stop());

const entry = { entryId: deriveId('an', 'entry'), kind: 'hold-read', body: { by: 'somebody', hold: 1 } };
const append = (added: { entryId: string; kind: string; body: Record<string, unknown> }, journal = app.get(Journal)) =>
  app.db.inNetwork(networkId, (tx) => journal.append(tx, networkId, added));
const entries = () => app.db.inNetwork(networkId, async (tx) => (await app.get(Journal).head(tx)).entries);

/** As a posting's own entry, or by hand. */
const appendText = (id: string, kind: string, body: string) =>
  app.db.inNetwork(networkId, (tx) => tx.query('SELECT journal_append($1, $2, $3, $4, now())', [networkId, id, kind, body]));

async function pledge(): Promise<{ id: string; kind: string; body: string }> {
  const rows = await app.db.inNetwork(networkId, (tx) =>
    tx.query<{ id: string; kind: string; body: string }[]>(
      `SELECT j.entry_id AS id, j.kind, j.body FROM journal_entry j JOIN ledger_transaction t ON t.command_id = j.entry_id LIMIT 1`,
    ),
  );
  return rows[0] as { id: string; kind: string; body: string };
}

describe('an entry', () => {
  it('is written once, however often and whenever it comes', async () => {
    await append(entry);
    const before = await entries();
    await append(entry, new Journal(new FixedClock(new Date('2027-01-01T00:00:00Z'))));
    await Promise.all([1, 2, 3, 4].map(() => append(entry)));
    await expect(entries()).resolves.toBe(before);
  });

  it('is written once by several at the same moment', async () => {
    const before = await entries();
    await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(() => append({ ...entry, entryId: deriveId('at', 'once') })));
    await expect(entries()).resolves.toBe(before + 1);
  });

  it.each([{ body: { by: 'another' } }, { kind: 'proposal-approved' }])(
    'is refused with other contents under its id: %j',
    async (other) => {
      await append(entry);
      await expect(append({ ...entry, ...other })).rejects.toBeInstanceOf(JournalEntryConflict);
    },
  );

  it("is refused under a posting's id, unless it is the posting's own", async () => {
    const { id, kind, body } = await pledge();
    await expect(append({ ...entry, entryId: id })).rejects.toBeInstanceOf(JournalEntryConflict);
    const before = await entries();
    await appendText(id, kind, body);
    await expect(entries()).resolves.toBe(before);
  });

  it.each(['pledge', 'reserve', 'hub-intake', 'dispatch', 'receipt', 'hand-out'])(
    'of the kind %s belongs to the ledger and cannot be written by hand',
    async (kind) => {
      await expect(append({ ...entry, entryId: deriveId('by-hand', kind), kind })).rejects.toThrow(/by the ledger alone/);
    },
  );

  it('that says it moves something is the ledger’s, whatever it calls itself', async () => {
    const { body } = await pledge();
    await expect(appendText(deriveId('forged'), 'gift', body)).rejects.toThrow(/by the ledger alone/);
    await expect(appendText(deriveId('forged'), 'gift', '{"reverses":"x"}')).rejects.toThrow(/by the ledger alone/);
  });
});

it('every kind of posting that the sample makes is on the list of the ledger’s kinds', async () => {
  const kinds = await app.db.inNetwork(networkId, (tx) =>
    tx.query<{ kind: string; listed: boolean }[]>(
      `SELECT DISTINCT kind, journal_tells_of_posting(kind, '{}') AS listed FROM ledger_transaction`,
    ),
  );
  expect(kinds).toEqual([{ kind: 'pledge', listed: true }]);
});

describe('the export', () => {
  async function* bytes(chunks: AsyncIterable<string>) {
    for await (const chunk of chunks) yield Buffer.from(chunk);
  }

  it('holds against the head that the database has, over more pages than one, and is the same bytes again', async () => {
    await app.db.inNetwork(networkId, async (tx) => {
      for (let i = 0; i < 1_100; i++)
        await app.get(Journal).append(tx, networkId, { ...entry, entryId: deriveId('many', i), body: { i, 名: '髙﨑' } });
    });
    const head = await app.db.inNetwork(networkId, (tx) => app.get(Journal).head(tx));
    const stored = await currentHeads(app.db.dataSource);
    const verdict = await verifyJournal(bytes(exportJournal(app.db, networkId)), stored);
    expect(verdict).toEqual({ network: networkId, entries: head.entries, head: head.head, fault: null });
    const whole = async () => {
      let text = '';
      for await (const chunk of exportJournal(app.db, networkId)) text += chunk;
      return text;
    };
    expect(await whole()).toBe(await whole());
  });

  it('shows one network nothing of another', async () => {
    const other = await app.network('journal-other');
    let text = '';
    for await (const chunk of exportJournal(app.db, other)) text += chunk;
    expect(text.trimEnd().split('\n')).toHaveLength(2);
    expect(text).not.toContain(networkId);
  });

  it('is nothing for a network that does not exist', async () => {
    const chunks: string[] = [];
    for await (const chunk of exportJournal(app.db, deriveId('no', 'network'))) chunks.push(chunk);
    expect(chunks).toEqual([]);
  });

  it('a stored head is read as it was written', async () => {
    const [head] = await currentHeads(app.db.dataSource);
    expect(head && readHead(headLine(head, new Date(0)))).toEqual(head);
    expect(readHead('{"network":"x"}')).toBeNull();
    expect(readHead('head')).toBeNull();
  });
});
