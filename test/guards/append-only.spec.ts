import { AllocationPolicies, Approvals, DEFAULT_TERMS } from '@wakachi/rounds';
import type { Client } from 'pg';
import { TestApplication } from '../harness/application.js';

const TABLES = [
  'journal_entry',
  'journal_head',
  'ledger_transaction',
  'ledger_posting',
  'ledger_account',
  'ledger_lot',
  'award',
  'proposal_line',
  'allocation_policy',
] as const;
const VERBS: Readonly<Record<string, (table: string) => string>> = {
  INSERT: (table) => `INSERT INTO ${table} SELECT * FROM ${table} LIMIT 1`,
  UPDATE: (table) => `UPDATE ${table} SET network_id = network_id`,
  DELETE: (table) => `DELETE FROM ${table}`,
  TRUNCATE: (table) => `TRUNCATE ${table} CASCADE`,
};
const OWNERS_VERBS: Readonly<Record<string, (table: string) => string>> = {
  'DROP TRIGGER': (table) => `DROP TRIGGER append_only ON ${table}`,
  'DISABLE TRIGGER': (table) => `ALTER TABLE ${table} DISABLE TRIGGER ALL`,
  'CREATE RULE': (table) => `CREATE RULE forget AS ON INSERT TO ${table} DO INSTEAD NOTHING`,
  'DROP TABLE': (table) => `DROP TABLE ${table} CASCADE`,
  'no triggers in this session': () => `SET session_replication_role = 'replica'`,
};
/** The roles that the application is or becomes inside a function; null is the owner, who is a superuser here. */
const NOT_OWNERS = ['wakachi_test', 'wakachi_ledger', 'wakachi_relay', 'wakachi_door'] as const;
type Role = (typeof NOT_OWNERS)[number] | null;
/** Rows that the application writes itself: an award, which reserves by a posting, the line it rests on, and what a network decided. */
const ROWS: readonly string[] = ['award', 'proposal_line', 'allocation_policy'];
const ROWS_ARE_WRITTEN_BY: readonly Role[] = ['wakachi_test', null];
const REFUSED = '42501';

const pairs = (roles: readonly Role[], verbs: Readonly<Record<string, (table: string) => string>>) =>
  roles.flatMap((role) => TABLES.flatMap((table) => Object.keys(verbs).map((verb) => [role, verb, table] as const)));

describe('what has been recorded', () => {
  let app: TestApplication;
  let networkId: string;

  beforeAll(async () => {
    app = await TestApplication.start();
    const sample = await app.sampleRound('append-only');
    const by = app.person('append-only', 'coordinator');
    await app.get(AllocationPolicies).decide(sample.networkId, DEFAULT_TERMS, '見本', by);
    networkId = sample.networkId;
    const proposal = await app.propose('append-only', networkId, sample.roundId);
    await app.get(Approvals).approve(networkId, proposal.id, app.person('append-only', 'approver'));
  });
  afterAll(() => app.stop());

  /** The state that the database ends the statement with; nothing of it stays. */
  function outcome(role: Role, sql: string): Promise<string> {
    return app.database.asOwner(async (owner: Client) => {
      await owner.query('BEGIN');
      await owner.query(`SELECT set_config('app.network_id', $1, true)`, [networkId]);
      if (role !== null) await owner.query(role === 'wakachi_test' ? `SET SESSION AUTHORIZATION ${role}` : `SET ROLE ${role}`);
      return owner.query(sql).then(
        () => 'done',
        (error: { code?: string }) => error.code ?? 'unknown',
      );
    });
  }

  it.each(TABLES)('is there to be tried on: %s', async (table) => {
    const { rows } = await app.database.asOwner((owner) => owner.query(`SELECT count(*)::int AS n FROM ${table}`));
    expect(rows[0].n).toBeGreaterThan(0);
  });

  it.each(
    pairs([...NOT_OWNERS, null], VERBS).filter(
      ([role, verb, table]) => !(ROWS.includes(table) && verb === 'INSERT' && ROWS_ARE_WRITTEN_BY.includes(role)),
    ),
  )('is refused to %s: %s %s', async (role, verb, table) => {
    await expect(outcome(role, (VERBS[verb] as (table: string) => string)(table))).resolves.toBe(REFUSED);
  });

  it.each(pairs(NOT_OWNERS, OWNERS_VERBS))('cannot be opened by %s: %s %s', async (role, verb, table) => {
    await expect(outcome(role, (OWNERS_VERBS[verb] as (table: string) => string)(table))).resolves.toBe(REFUSED);
  });

  it.each(['wakachi_ledger', 'wakachi_relay', 'wakachi_door', 'wakachi_owner', 'postgres'])(
    'the application cannot become %s',
    async (role) => {
      await expect(outcome('wakachi_test', `SET ROLE ${role}`)).resolves.toMatch(/^(42501|22023)$/);
    },
  );
});
