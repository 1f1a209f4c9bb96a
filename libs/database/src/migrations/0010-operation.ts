import type { MigrationInterface, QueryRunner } from 'typeorm';
import { handOver } from './0001-tenancy.js';

/** What those who run the platform look at: the outbox's lag, the schema's version, the request that asked for a run. */
export class Operation1763900000010 implements MigrationInterface {
  name = 'Operation1763900000010';

  async up(runner: QueryRunner): Promise<void> {
    // Across networks, and no more than two numbers.
    await runner.query(`
      CREATE FUNCTION outbox_lag() RETURNS TABLE (waiting bigint, oldest_seconds double precision)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
      AS $$ SELECT count(*), coalesce(extract(epoch FROM clock_timestamp() - min(e.created_at)), 0)::double precision
              FROM outbox_event e WHERE e.dispatched_at IS NULL $$`);
    await handOver(runner, 'outbox_lag()', 'wakachi_relay');
    await runner.query(`GRANT SELECT ON migrations TO wakachi_app`);
    await runner.query(`ALTER TABLE round_run ADD COLUMN request_id text`);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
