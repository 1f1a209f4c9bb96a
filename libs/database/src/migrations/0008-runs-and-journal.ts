import type { MigrationInterface, QueryRunner } from 'typeorm';
import { handOver } from './0001-tenancy.js';
import { JOURNAL_APPEND_AUDIT, JOURNAL_HEADS, RUNS_UNFINISHED } from './0008-functions.js';

/** Written by functions of wakachi_ledger and by nothing else, not even by that role itself when somebody puts it on. */
const THROUGH_FUNCTIONS = ['journal_entry', 'ledger_account', 'ledger_lot', 'ledger_transaction', 'ledger_posting'];

/** Runs that lost their job are found again; the journal can be exported, and nobody writes it by hand. */
export class RunsAndJournal1763900000008 implements MigrationInterface {
  name = 'RunsAndJournal1763900000008';

  async up(runner: QueryRunner): Promise<void> {
    await this.unfinishedRuns(runner);
    await this.journal(runner);
    await this.throughFunctionsOnly(runner);
  }

  private async unfinishedRuns(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX round_run_unfinished ON round_run (network_id, id) WHERE status IN ('queued', 'running')`);
    await runner.query(`CREATE POLICY relay ON round_run FOR SELECT TO wakachi_relay USING (status IN ('queued', 'running'))`);
    await runner.query(`GRANT SELECT (network_id, id, status) ON round_run TO wakachi_relay`);
    await runner.query(RUNS_UNFINISHED);
    await handOver(runner, 'round_runs_unfinished(interval, integer)', 'wakachi_relay');
  }

  private async journal(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE POLICY door ON journal_head FOR SELECT TO wakachi_door USING (true)`);
    await runner.query(`GRANT SELECT ON journal_head TO wakachi_door`);
    for (const sql of [...JOURNAL_APPEND_AUDIT, ...JOURNAL_HEADS]) await runner.query(sql);
    await handOver(runner, 'networks_named(text)', 'wakachi_door');
    await handOver(runner, 'journal_heads()', 'wakachi_door');
  }

  private async throughFunctionsOnly(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION refuse_by_hand() RETURNS trigger LANGUAGE plpgsql
      AS $$ BEGIN RAISE EXCEPTION '% is written by its functions only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege'; END $$`);
    const onEach = (table: string, verbs: string) => `
      CREATE TRIGGER through_functions BEFORE ${verbs} ON ${table} FOR EACH STATEMENT
      WHEN (current_user <> 'wakachi_ledger' OR current_setting('role') = 'wakachi_ledger' OR session_user = 'wakachi_ledger')
      EXECUTE FUNCTION refuse_by_hand()`;
    for (const table of THROUGH_FUNCTIONS) await runner.query(onEach(table, 'INSERT'));
    // The one row of a chain that changes; its entries do not.
    await runner.query(onEach('journal_head', 'INSERT OR UPDATE'));
    await runner.query(`CREATE TRIGGER append_only BEFORE DELETE ON journal_head FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
    await runner.query(
      `CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON journal_head FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
    );
  }

  /** Migrations are append-only; what was wrong is mended by the next one. */
  down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
