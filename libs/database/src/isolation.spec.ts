import { Journal } from '@wakachi/journal';
import { deriveId, systemClock } from '@wakachi/kernel';
import { type TestDatabase, testDatabase } from '../../../test/harness/test-database.js';
import { createDataSource } from './data-source.js';
import { assertSafeRunTimeRole } from './run-time-role.js';

const [OURS, THEIRS] = [deriveId('network', 'ours'), deriveId('network', 'theirs')];
let test: TestDatabase;

beforeAll(async () => {
  test = await testDatabase([], 5);
  for (const network of [OURS, THEIRS]) {
    await test.db.inNetwork(network, async (tx) => {
      await tx.query('INSERT INTO network (id, name, created_at) VALUES ($1, $2, now())', [network, network]);
      await new Journal(systemClock).open(tx, network);
      await tx.query('INSERT INTO person (network_id, id, display_name, email, role) VALUES ($1, $1, $2, $2, $3)', [
        network,
        network,
        'coordinator',
      ]);
    });
  }
});
afterAll(() => test.drop());

describe('networks are isolated by the database itself', () => {
  it('forces row-level security on every table that has a network, and on the networks', async () => {
    const unguarded = await test.asOwner((owner) =>
      owner.query(`SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                    WHERE n.nspname = 'public' AND c.relkind = 'r' AND c.relname <> 'migrations'
                      AND NOT (c.relrowsecurity AND c.relforcerowsecurity AND EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid))`),
    );
    expect(unguarded.rows).toEqual([]);
  });

  it('has only composite foreign keys between tenant tables', async () => {
    const single = await test.asOwner((owner) =>
      owner.query(`SELECT conrelid::regclass::text AS "table", conname FROM pg_constraint
                    WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND confrelid <> 'network'::regclass
                      AND NOT EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = conrelid AND a.attnum = ANY (conkey) AND a.attname = 'network_id')`),
    );
    expect(single.rows).toEqual([]);
  });

  // While a table is young the planner takes either index for a foreign key's look-up, and with the other one reads all of a network's rows.
  it('has one whole index that begins with the network on tables that grow', async () => {
    const growing = ['ledger_account', 'ledger_transaction', 'ledger_posting', 'ledger_balance', 'journal_entry', 'outbox_event', 'award'];
    const { rows } = await test.asOwner((owner) =>
      owner.query<{ table: string; indexes: string[] }>(
        `SELECT i.indrelid::regclass::text AS "table", array_agg(i.indexrelid::regclass::text ORDER BY 1) AS indexes
           FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
          WHERE i.indrelid::regclass::text = ANY ($1) AND a.attname = 'network_id' AND i.indpred IS NULL GROUP BY 1`,
        [growing],
      ),
    );
    expect(rows.map((row) => row.table).sort()).toEqual([...growing].sort());
    expect(rows.filter((row) => row.indexes.length > 1)).toEqual([]);
  });

  it('shows nothing to a request without a network', async () => {
    await expect(test.db.inNoNetwork((tx) => tx.query('SELECT * FROM person'))).resolves.toEqual([]);
    await expect(test.db.inNoNetwork((tx) => tx.query('SELECT * FROM network'))).resolves.toEqual([]);
  });

  it('shows a network its own rows, whatever the query asks for', async () => {
    const rows = await test.db.inNetwork(OURS, (tx) => tx.query('SELECT network_id FROM person'));
    expect(rows).toEqual([{ network_id: OURS }]);
    await expect(test.db.inNetwork(OURS, (tx) => tx.query('SELECT 1 FROM person WHERE network_id = $1', [THEIRS]))).resolves.toEqual([]);
  });

  it('refuses to write a row of another network', async () => {
    const write = test.db.inNetwork(OURS, (tx) =>
      tx.query('INSERT INTO person (network_id, id, display_name, email, role) VALUES ($1, $2, $3, $3, $4)', [
        THEIRS,
        deriveId('x'),
        'x',
        'auditor',
      ]),
    );
    await expect(write).rejects.toThrow(/row-level security/);
  });

  it('refuses to post into another network from within one', async () => {
    const post = test.db.inNetwork(OURS, (tx) =>
      tx.query('SELECT ledger_post($1, $2, $3, now())', [THEIRS, deriveId('c'), '{"postings":[]}']),
    );
    await expect(post).rejects.toThrow(/another network/);
  });

  it('joins the transaction that it is called in, so that both become true or neither', async () => {
    const name = (id: string) => test.db.inNetwork(OURS, (tx) => tx.query('SELECT name FROM network WHERE id = $1', [id]));
    const rename = (to: string) => test.db.inNetwork(OURS, (tx) => tx.query('UPDATE network SET name = $2 WHERE id = $1', [OURS, to]));
    const both = test.db.inNetwork(OURS, async () => {
      await rename('joined');
      expect(await name(OURS)).toEqual([{ name: 'joined' }]);
      throw new Error('no');
    });
    await expect(both).rejects.toThrow('no');
    expect(await name(OURS)).toEqual([{ name: OURS }]);
  });

  it('does not join a transaction of another network', async () => {
    const inner = () => test.db.inNetwork(THEIRS, (tx) => tx.query('SELECT 1'));
    await expect(test.db.inNetwork(OURS, inner)).rejects.toThrow(/one network/);
  });

  it('begins a transaction of its own for what outlives the one it was started in', async () => {
    let later: Promise<unknown> = Promise.resolve();
    await test.db.inNetwork(OURS, async () => {
      later = new Promise((resolve) => setTimeout(resolve, 50)).then(() =>
        test.db.inNetwork(THEIRS, (tx) => tx.query('SELECT id FROM person')),
      );
    });
    expect(await later).toEqual([{ id: THEIRS }]);
  });

  it('leaks nothing between transactions of one pool, aborted ones included', async () => {
    const reads = Array.from({ length: 400 }, async (_, i) => {
      const network = i % 2 ? OURS : THEIRS;
      if (i % 7 === 0) await test.db.inNetwork(network, (tx) => tx.query('SELECT 1/0')).catch(() => undefined);
      const rows = await test.db.inNetwork(network, (tx) => tx.query<{ network_id: string }[]>('SELECT network_id FROM person'));
      return rows.length === 1 && rows[0]?.network_id === network;
    });
    expect((await Promise.all(reads)).filter((right) => !right)).toHaveLength(0);
    await expect(test.db.inNoNetwork((tx) => tx.query('SELECT * FROM person'))).resolves.toEqual([]);
  });

  it.each([
    ['ledger_posting', 'UPDATE ledger_posting SET quantity = 1'],
    ['ledger_posting', 'DELETE FROM ledger_posting'],
    ['ledger_balance', 'UPDATE ledger_balance SET quantity = 1'],
    ['ledger_transaction', 'INSERT INTO ledger_transaction SELECT * FROM ledger_transaction'],
    ['journal_entry', 'DELETE FROM journal_entry'],
    ['journal_entry', 'TRUNCATE journal_entry'],
    ['journal_head', 'UPDATE journal_head SET seq = 0'],
  ])('does not let the application touch %s by itself', async (_table, sql) => {
    await expect(test.db.inNetwork(OURS, (tx) => tx.query(sql))).rejects.toThrow(/permission denied/);
  });

  it.each(['UPDATE journal_entry SET body = body', 'DELETE FROM journal_entry', 'TRUNCATE journal_entry'])(
    'refuses even the owner: %s',
    async (sql) => {
      await test.db.inNetwork(OURS, (tx) => new Journal(systemClock).append(tx, OURS, { entryId: deriveId(sql), kind: 'test', body: {} }));
      await expect(test.asOwner((owner) => owner.query(sql))).rejects.toThrow(/append-only/);
    },
  );
});

describe('the run-time role', () => {
  it('is accepted when it is an ordinary one', async () => {
    await expect(assertSafeRunTimeRole(test.db.dataSource)).resolves.toBeUndefined();
  });

  it('is refused when it is a superuser', async () => {
    await expect(startAs(test.ownerUrl)).rejects.toMatchObject({ type: 'unsafe-run-time-role', details: { why: 'superuser' } });
  });

  it.each([
    ['bypasses', 'ALTER ROLE %I BYPASSRLS'],
    ['owner', 'GRANT %O TO %I'],
  ])('is refused when it %s', async (why, sql) => {
    const role = `role_${why}_${process.pid}`;
    await test.asOwner(async (owner) => {
      await owner.query(`CREATE ROLE ${role} LOGIN PASSWORD 'x'`);
      const { rows } = await owner.query('SELECT current_user AS name, current_database() AS database');
      if (why === 'owner') {
        // The owner of the tables, without being a superuser itself.
        await owner.query(`CREATE ROLE ${role}_owner; ALTER TABLE person OWNER TO ${role}_owner; GRANT ${role}_owner TO ${role}`);
      } else await owner.query(sql.replace('%I', role).replace('%O', rows[0].name));
    });
    const url = new URL(test.ownerUrl);
    url.username = role;
    url.password = 'x';
    await expect(startAs(url.href)).rejects.toMatchObject({ details: { why } });
    await test.asOwner((owner) =>
      owner.query(
        `REASSIGN OWNED BY ${role} TO CURRENT_USER; ALTER TABLE person OWNER TO CURRENT_USER; DROP ROLE IF EXISTS ${role}; DROP ROLE IF EXISTS ${role}_owner`,
      ),
    );
  });
});

async function startAs(url: string): Promise<void> {
  const dataSource = createDataSource({ url, entities: [], poolSize: 1 });
  await dataSource.initialize();
  try {
    await assertSafeRunTimeRole(dataSource);
  } finally {
    await dataSource.destroy();
  }
}
