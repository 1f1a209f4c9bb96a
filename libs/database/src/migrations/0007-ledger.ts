import type { MigrationInterface, QueryRunner } from 'typeorm';
import { handOver } from './0001-tenancy.js';
import { JOURNAL_WRITE, LEDGER_DISCREPANCIES, LEDGER_POST, PERIOD_CLOSE } from './0007-ledger-functions.js';

/** A ledger that costs half: vouchers without a gap, periods that close, an account for what a count found to differ. */
export class LedgerVouchersAndPeriods1763900000007 implements MigrationInterface {
  name = 'LedgerVouchersAndPeriods1763900000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE ledger_account DROP CONSTRAINT ledger_account_kind`);
    await runner.query(`
      ALTER TABLE ledger_account ADD CONSTRAINT ledger_account_kind CHECK (kind IN
        ('donor-source','donor-pledged','hub-on-hand','award-reserved','shipment-in-transit','group-on-hand','distributed','disposed','lost','returned','stock-difference'))`);
    await this.vouchers(runner);
    for (const sql of [...JOURNAL_WRITE, ...LEDGER_POST, ...PERIOD_CLOSE, LEDGER_DISCREPANCIES]) await runner.query(sql);
    for (const internal of ['journal_write(uuid, uuid, text, text, timestamptz, timestamptz)', 'ledger_refusal(uuid, jsonb, uuid)']) {
      await runner.query(`REVOKE ALL ON FUNCTION ${internal} FROM PUBLIC`);
      await runner.query(`GRANT EXECUTE ON FUNCTION ${internal} TO wakachi_ledger`);
    }
    await handOver(runner, 'ledger_close_period(uuid, timestamptz, uuid, text, timestamptz)', 'wakachi_ledger');
  }

  /** Postings that are there already get their numbers in the order of the journal; the owner steps around the guards for that once. */
  private async vouchers(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE journal_head ADD COLUMN vouchers bigint NOT NULL DEFAULT 0, ADD COLUMN closed_before timestamptz NOT NULL DEFAULT '-infinity'`,
    );
    await runner.query(`ALTER TABLE journal_entry ADD COLUMN voucher bigint`);
    const tables = ['journal_entry', 'journal_head', 'ledger_transaction'];
    for (const table of tables) await runner.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE journal_entry DISABLE TRIGGER append_only`);
    await runner.query(`
      UPDATE journal_entry j SET voucher = n.voucher
        FROM (SELECT e.network_id, e.seq, row_number() OVER (PARTITION BY e.network_id ORDER BY e.seq) AS voucher
                FROM journal_entry e JOIN ledger_transaction t ON t.network_id = e.network_id AND t.command_id = e.entry_id) n
       WHERE j.network_id = n.network_id AND j.seq = n.seq`);
    await runner.query(`
      UPDATE journal_head h SET vouchers = n.vouchers
        FROM (SELECT network_id, max(voucher) AS vouchers FROM journal_entry WHERE voucher IS NOT NULL GROUP BY network_id) n
       WHERE h.network_id = n.network_id`);
    await runner.query(`ALTER TABLE journal_entry ENABLE TRIGGER append_only`);
    for (const table of tables) await runner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
    await runner.query(`CREATE UNIQUE INDEX journal_entry_voucher ON journal_entry (network_id, voucher) WHERE voucher IS NOT NULL`);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
