import type { MigrationInterface, QueryRunner } from 'typeorm';
import { handOver } from './0001-tenancy.js';
import { LEDGER_MOVE, LEDGER_POST, LEDGER_POST_ALL, STOCK_COMMAND_APPLY } from './0012-functions.js';

const MOVE = 'ledger_move(uuid, uuid[], uuid[], bigint[], boolean)';
const APPLY = 'stock_command_apply(uuid, uuid, uuid, uuid[], uuid[], jsonb, text, timestamptz, jsonb)';
const CONTEXT = 'stock_command_context(uuid, uuid, uuid[], uuid[], uuid[], uuid[])';

/** Many postings, and many commands, at the price of a few. */
export class ManyAtOnce1763900000012 implements MigrationInterface {
  name = 'ManyAtOnce1763900000012';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [LEDGER_MOVE, LEDGER_POST, LEDGER_POST_ALL]) await runner.query(sql);
    await runner.query(`REVOKE ALL ON FUNCTION ${MOVE} FROM PUBLIC`);
    await runner.query(`GRANT EXECUTE ON FUNCTION ${MOVE} TO wakachi_ledger`);
    await handOver(runner, 'ledger_post_all(uuid, uuid[], text[], timestamptz)', 'wakachi_ledger');
    // Each posting changes two balances, whose own keys say that account and lot are there: looked up once, not for every posting.
    await runner.query(
      `ALTER TABLE ledger_posting DROP CONSTRAINT ledger_posting_lot, DROP CONSTRAINT ledger_posting_source, DROP CONSTRAINT ledger_posting_destination`,
    );
    await this.keysApart(runner);
    // It was planned anew for every command, which took longer than the posting itself.
    for (const setting of [
      'plan_cache_mode = force_generic_plan',
      'enable_seqscan = off',
      'enable_hashjoin = off',
      'enable_mergejoin = off',
    ]) {
      await runner.query(`ALTER FUNCTION ${CONTEXT} SET ${setting}`);
    }
    await this.atOnce(runner);
  }

  /** As the application, whose own rights it needs and no others. */
  private async atOnce(runner: QueryRunner): Promise<void> {
    await runner.query(STOCK_COMMAND_APPLY);
    await runner.query(`REVOKE ALL ON FUNCTION ${APPLY} FROM PUBLIC`);
    await runner.query(`GRANT EXECUTE ON FUNCTION ${APPLY} TO wakachi_app`);
  }

  /**
   * A second key that begins like the first is a trap: while a table is young, the planner may look a row up by the half that both
   * share, and go through all of a network's rows for each foreign key. So the second keys of tables that grow end with the network.
   */
  private async keysApart(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE ledger_transaction DROP CONSTRAINT ledger_transaction_reversed_once`);
    await runner.query(
      `CREATE UNIQUE INDEX ledger_transaction_reversed_once ON ledger_transaction (network_id, reverses) WHERE reverses IS NOT NULL`,
    );
    await runner.query(`
      ALTER TABLE ledger_account DROP CONSTRAINT ledger_account_key,
        ADD CONSTRAINT ledger_account_key UNIQUE NULLS NOT DISTINCT (place_id, reference_id, kind, network_id)`);
    await runner.query(`DROP INDEX ledger_posting_by_lot`);
    await runner.query(`CREATE INDEX ledger_posting_by_lot ON ledger_posting (lot_id, network_id)`);
    await runner.query(
      `ALTER TABLE journal_entry DROP CONSTRAINT journal_entry_id, ADD CONSTRAINT journal_entry_id UNIQUE (entry_id, network_id)`,
    );
    await runner.query(
      `ALTER TABLE award DROP CONSTRAINT award_once, ADD CONSTRAINT award_once UNIQUE (round_id, lot_id, group_id, network_id)`,
    );
  }

  /** Migrations are append-only; what was wrong is mended by the next one. */
  down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
