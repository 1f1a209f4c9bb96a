import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Right after a large import the planner still takes the tables for empty and joins them row by row: seconds instead of
 * milliseconds until autovacuum comes by. This lets the application, which owns no table, have them looked at.
 */
export class Statistics1763900000006 implements MigrationInterface {
  name = 'Statistics1763900000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION refresh_statistics() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        ANALYZE ledger_account, ledger_balance, ledger_lot, ledger_posting, ledger_transaction, journal_entry, lot, lot_hold,
                recipient_group, round_entry, run_exclusion, proposal_line, award, shipment, shipment_line, hand_out, hand_out_line;
      END $$`);
    await runner.query(`REVOKE ALL ON FUNCTION refresh_statistics() FROM PUBLIC`);
    await runner.query(`GRANT EXECUTE ON FUNCTION refresh_statistics() TO wakachi_app`);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
