import type { MigrationInterface, QueryRunner } from 'typeorm';

const APPLY = 'stock_command_apply(uuid, uuid, uuid, uuid[], uuid[], jsonb, text, timestamptz, jsonb)';
const CONTEXT = 'stock_command_context(uuid, uuid, uuid[], uuid[], uuid[], uuid[])';

/**
 * These two looked names up along the caller's path, and `ledger_post`, which one of them calls, along its own. PostgreSQL throws a
 * function's plans away when it is called under another path than before: `enter_network`, which all of them call, was read and
 * planned anew twice for every command, which took a third as long as the posting.
 */
export class OneSearchPath1763900000014 implements MigrationInterface {
  name = 'OneSearchPath1763900000014';

  async up(runner: QueryRunner): Promise<void> {
    for (const signature of [APPLY, CONTEXT])
      await runner.query(`ALTER FUNCTION ${signature} SET search_path = pg_catalog, public, pg_temp`);
  }

  /** Migrations are append-only; what was wrong is mended by the next one. */
  down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
