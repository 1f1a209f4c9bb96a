import { Journal } from '@wakachi/journal';
import { deriveId, systemClock } from '@wakachi/kernel';
import type { Client } from 'pg';
import { type TestDatabase, testDatabase } from '../../../test/harness/test-database.js';

const id = (name: string) => deriveId('references', name);
const [NETWORK, LOT, ACCOUNT, NOBODY] = [id('network'), id('lot'), id('account'), id('nobody')];
const [FOREIGN_KEY, PRIVILEGE] = ['23503', '42501'];
let test: TestDatabase;

beforeAll(async () => {
  test = await testDatabase();
  await test.db.inNetwork(NETWORK, async (tx) => {
    await tx.query(`INSERT INTO network (id, name, created_at) VALUES ($1, '試験', now())`, [NETWORK]);
    await new Journal(systemClock).open(tx, NETWORK);
    await tx.query('SELECT ledger_open_lots($1, $2)', [NETWORK, JSON.stringify([{ id: LOT, label: 'No.1' }])]);
    await tx.query(`SELECT ledger_open_accounts($1, ARRAY[$2::uuid], '{lost}', '{NULL}', '{NULL}', '{紛失}')`, [NETWORK, ACCOUNT]);
  });
});
afterAll(() => test.drop());

/** What the database answers its owner, who has opened the ledger's doors; nothing of it stays. */
function answer(sql: string, parameters: readonly string[], before = 'SELECT'): Promise<{ code?: string; constraint?: string }> {
  return test.asOwner(async (owner: Client) => {
    await owner.query('BEGIN');
    await owner.query(`SELECT set_config('app.network_id', $1, true)`, [NETWORK]);
    for (const table of ['ledger_account', 'ledger_posting']) await owner.query(`ALTER TABLE ${table} DISABLE TRIGGER through_functions`);
    await owner.query(before);
    return owner.query(sql, [...parameters]).then(
      () => ({}),
      ({ code, constraint }) => ({ code, constraint }),
    );
  });
}

const balance = `INSERT INTO ledger_balance (network_id, account_id, lot_id, quantity, overdraft)
  SELECT $1, account, lot, 0, false FROM (VALUES ($2::uuid, $3::uuid), ($4, $5)) AS b (account, lot)`;

describe('a row refers to one that is there', () => {
  it('or is not inserted: every constraint of before is there, for one bad row among good ones too', async () => {
    await expect(answer(balance, [NETWORK, ACCOUNT, LOT, NOBODY, LOT])).resolves.toEqual({
      code: FOREIGN_KEY,
      constraint: 'ledger_balance_account',
    });
    await expect(answer(balance, [NETWORK, ACCOUNT, LOT, ACCOUNT, NOBODY])).resolves.toEqual({
      code: FOREIGN_KEY,
      constraint: 'ledger_balance_lot',
    });
  });

  it.each([
    [
      'ledger_account_network',
      `INSERT INTO ledger_account (network_id, id, kind, place_id, label) SELECT n, $3, 'lost', $3, '' FROM (VALUES ($1::uuid), ($2)) AS v (n)`,
      [NETWORK, NOBODY, id('new account')],
    ],
    [
      'ledger_posting_transaction',
      'INSERT INTO ledger_posting (network_id, command_id, ordinal, lot_id, source_id, destination_id, quantity) VALUES ($1, $2, 1, $3, $4, $2, 1)',
      [NETWORK, NOBODY, LOT, ACCOUNT],
    ],
    [
      'award_line',
      `INSERT INTO award (network_id, id, round_id, proposal_id, lot_id, group_id, cases, units, expires_on) VALUES ($1, $2, $2, $2, $2, $2, 1, 1, '2026-12-31')`,
      [NETWORK, NOBODY],
    ],
  ])('or is refused by %s', async (constraint, sql, parameters) => {
    await expect(answer(sql, parameters)).resolves.toEqual({ code: FOREIGN_KEY, constraint });
  });

  it('even when a temporary table of the same name has it', async () => {
    const before = `CREATE TEMPORARY TABLE ledger_lot AS SELECT '${NETWORK}'::uuid AS network_id, '${NOBODY}'::uuid AS id`;
    await expect(answer(balance, [NETWORK, ACCOUNT, LOT, ACCOUNT, NOBODY], before)).resolves.toMatchObject({ code: FOREIGN_KEY });
  });

  it.each([
    ['a network is deleted', 'DELETE FROM network WHERE id = $1', [NETWORK]],
    ['a network gets another id', 'UPDATE network SET id = $2 WHERE id = $1', [NETWORK, NOBODY]],
    ['a balance gets another lot', 'UPDATE ledger_balance SET lot_id = $2 WHERE network_id = $1', [NETWORK, NOBODY]],
  ])('and keeps doing so: refused is that %s', async (_what, sql, parameters) => {
    await test.asOwner((owner) =>
      owner.query(`INSERT INTO ledger_balance VALUES ($1, $2, $3, 0, false) ON CONFLICT DO NOTHING`, [NETWORK, ACCOUNT, LOT]),
    );
    await expect(answer(sql, parameters)).resolves.toMatchObject({ code: PRIVILEGE });
  });
});
