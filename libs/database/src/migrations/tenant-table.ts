import type { QueryRunner } from 'typeorm';

/**
 * Creates a table of which every row belongs to one network. Row-level security is FORCEd, so not even the owner reads across;
 * `(network_id, id)` is the key that foreign keys point at, so no row can refer to another network's.
 *
 * @param verbs what the application may do with it; the ledger's and the journal's tables get SELECT only
 */
export async function tenantTable(
  runner: QueryRunner,
  name: string,
  columns: string,
  verbs = 'SELECT, INSERT, UPDATE, DELETE',
): Promise<void> {
  await runner.query(`CREATE TABLE ${name} (network_id uuid NOT NULL, ${columns})`);
  await runner.query(`ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY`);
  await runner.query(`ALTER TABLE ${name} FORCE ROW LEVEL SECURITY`);
  await runner.query(`CREATE POLICY tenant ON ${name} USING (network_id = current_network()) WITH CHECK (network_id = current_network())`);
  await runner.query(`GRANT ${verbs} ON ${name} TO wakachi_app`);
}

/** Refuses UPDATE, DELETE and TRUNCATE to everybody, the owner included. */
export async function appendOnly(runner: QueryRunner, name: string): Promise<void> {
  await runner.query(`CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON ${name} FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
  await runner.query(`CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON ${name} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
}
