import type { MigrationInterface, QueryRunner } from 'typeorm';
import { handOver } from './0001-tenancy.js';
import { LEDGER_MOVE, LEDGER_OPEN_ACCOUNTS, LEDGER_POST } from './0015-functions.js';
import { checkedAtOnce } from './checked-at-once.js';
import { appendOnly } from './tenant-table.js';

const ofNetwork = (column: string) => ['network_id', column];
const BY_ID = ['network_id', 'id'];

/** A round's thousands of awards, their accounts, postings and balances: what each refers to is looked up at once. */
export class ThousandsAtOnce1763900000015 implements MigrationInterface {
  name = 'ThousandsAtOnce1763900000015';

  async up(runner: QueryRunner): Promise<void> {
    await this.ledger(runner);
    await this.awards(runner);
    await this.functions(runner);
  }

  /** What the ledger refers to can neither be changed nor be deleted: accounts, lots and transactions since 0002, networks from now on. */
  private async ledger(runner: QueryRunner): Promise<void> {
    await checkedAtOnce(runner, 'ledger_account', [
      { name: 'ledger_account_network', columns: ['network_id'], target: 'network', targetColumns: ['id'], repeats: true },
    ]);
    await checkedAtOnce(runner, 'ledger_posting', [
      {
        name: 'ledger_posting_transaction',
        columns: ofNetwork('command_id'),
        target: 'ledger_transaction',
        targetColumns: ofNetwork('command_id'),
        repeats: true,
      },
    ]);
    await checkedAtOnce(runner, 'ledger_balance', [
      { name: 'ledger_balance_account', columns: ofNetwork('account_id'), target: 'ledger_account', targetColumns: BY_ID, repeats: false },
      { name: 'ledger_balance_lot', columns: ofNetwork('lot_id'), target: 'ledger_lot', targetColumns: BY_ID, repeats: true },
    ]);
    await runner.query(`
      CREATE TRIGGER same_key BEFORE UPDATE OF network_id, account_id, lot_id ON ledger_balance
      FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
    await runner.query(`CREATE TRIGGER for_ever BEFORE DELETE OR UPDATE OF id ON network FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
    await runner.query(`CREATE TRIGGER for_ever_truncate BEFORE TRUNCATE ON network FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  }

  private async awards(runner: QueryRunner): Promise<void> {
    await appendOnly(runner, 'proposal_line');
    const line = ['network_id', 'proposal_id', 'lot_id', 'group_id'];
    await checkedAtOnce(runner, 'award', [
      { name: 'award_line', columns: line, target: 'proposal_line', targetColumns: line, repeats: false },
    ]);
  }

  private async functions(runner: QueryRunner): Promise<void> {
    for (const sql of [LEDGER_MOVE, LEDGER_POST, LEDGER_OPEN_ACCOUNTS]) await runner.query(sql);
    await runner.query(`DROP FUNCTION ledger_open_accounts(uuid, jsonb)`);
    await handOver(runner, 'ledger_open_accounts(uuid, uuid[], text[], uuid[], uuid[], text[])', 'wakachi_ledger');
  }

  /** Migrations are append-only; what was wrong is mended by the next one. */
  down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
