import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './tenant-table.js';

/** Roles, the network of a transaction, networks and people, imports, the outbox. */
export class Tenancy1763900000001 implements MigrationInterface {
  name = 'Tenancy1763900000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const role of ['wakachi_app', 'wakachi_ledger', 'wakachi_relay', 'wakachi_door']) {
      await runner.query(`DO $$ BEGIN CREATE ROLE ${role} NOLOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`);
      // An owner who is not a superuser must be a member to hand functions over.
      await runner.query(`DO $$ BEGIN EXECUTE format('GRANT ${role} TO %I', current_user); EXCEPTION WHEN OTHERS THEN NULL; END $$`);
      await runner.query(`GRANT USAGE ON SCHEMA public TO ${role}`);
    }
    await runner.query(`REVOKE CREATE ON SCHEMA public FROM PUBLIC`);
    await runner.query(`
      CREATE FUNCTION current_network() RETURNS uuid LANGUAGE sql STABLE
      AS $$ SELECT nullif(current_setting('app.network_id', true), '')::uuid $$`);
    await runner.query(`
      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql
      AS $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege'; END $$`);
    await this.networks(runner);
    await this.outbox(runner);
  }

  private async networks(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE network (
        id uuid NOT NULL CONSTRAINT network_pkey PRIMARY KEY,
        name text NOT NULL,
        settings jsonb NOT NULL DEFAULT '{}',
        created_at timestamptz NOT NULL)`);
    await runner.query(`ALTER TABLE network ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE network FORCE ROW LEVEL SECURITY`);
    await runner.query(`CREATE POLICY tenant ON network USING (id = current_network()) WITH CHECK (id = current_network())`);
    await runner.query(`GRANT SELECT, INSERT, UPDATE ON network TO wakachi_app`);
    await tenantTable(
      runner,
      'person',
      `id uuid NOT NULL, display_name text NOT NULL, email text NOT NULL, role text NOT NULL, active boolean NOT NULL DEFAULT true,
       CONSTRAINT person_pkey PRIMARY KEY (network_id, id),
       CONSTRAINT person_email UNIQUE (network_id, email),
       CONSTRAINT person_network FOREIGN KEY (network_id) REFERENCES network (id),
       CONSTRAINT person_role CHECK (role IN ('network-admin','coordinator','approver','auditor','hub-operator','donor-user','group-admin','volunteer'))`,
    );
    await tenantTable(
      runner,
      'import_batch',
      `id uuid NOT NULL, kind text NOT NULL, file_name text NOT NULL, content_sha256 text NOT NULL, row_count integer NOT NULL,
       imported_at timestamptz NOT NULL, imported_by uuid NOT NULL,
       CONSTRAINT import_batch_pkey PRIMARY KEY (network_id, id),
       CONSTRAINT import_batch_once UNIQUE (network_id, kind, content_sha256),
       CONSTRAINT import_batch_person FOREIGN KEY (network_id, imported_by) REFERENCES person (network_id, id)`,
    );
    // The one look-up that a sign-in needs across networks: an e-mail's memberships, nothing else.
    await runner.query(`CREATE POLICY door ON person FOR SELECT TO wakachi_door USING (true)`);
    await runner.query(`CREATE POLICY door ON network FOR SELECT TO wakachi_door USING (true)`);
    await runner.query(`GRANT SELECT ON person, network TO wakachi_door`);
    await runner.query(`
      CREATE FUNCTION sign_in_memberships(p_email text) RETURNS TABLE (network_id uuid, person_id uuid, role text)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
      AS $$ SELECT p.network_id, p.id, p.role FROM person p WHERE p.email = p_email AND p.active ORDER BY p.network_id $$`);
    await handOver(runner, 'sign_in_memberships(text)', 'wakachi_door');
  }

  private async outbox(runner: QueryRunner): Promise<void> {
    await tenantTable(
      runner,
      'outbox_event',
      `id uuid NOT NULL, topic text NOT NULL, payload jsonb NOT NULL, created_at timestamptz NOT NULL DEFAULT clock_timestamp(), dispatched_at timestamptz,
       CONSTRAINT outbox_event_pkey PRIMARY KEY (network_id, id)`,
      'SELECT, INSERT',
    );
    await runner.query(`CREATE INDEX outbox_event_waiting ON outbox_event (created_at) WHERE dispatched_at IS NULL`);
    // The relay serves all networks: one narrow policy, reachable through two functions only.
    await runner.query(`CREATE POLICY relay ON outbox_event TO wakachi_relay USING (true) WITH CHECK (true)`);
    await runner.query(`GRANT SELECT, UPDATE ON outbox_event TO wakachi_relay`);
    await runner.query(`
      CREATE FUNCTION outbox_claim(p_limit integer) RETURNS TABLE (network_id uuid, id uuid, topic text, payload jsonb)
      LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
      AS $$ SELECT e.network_id, e.id, e.topic, e.payload FROM outbox_event e
             WHERE e.dispatched_at IS NULL ORDER BY e.created_at LIMIT p_limit FOR UPDATE SKIP LOCKED $$`);
    await runner.query(`
      CREATE FUNCTION outbox_dispatched(p_networks uuid[], p_ids uuid[]) RETURNS void
      LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
      AS $$ UPDATE outbox_event SET dispatched_at = clock_timestamp() 
             WHERE (network_id, id) IN (SELECT * FROM unnest(p_networks, p_ids)) AND dispatched_at IS NULL $$`);
    await handOver(runner, 'outbox_claim(integer)', 'wakachi_relay');
    await handOver(runner, 'outbox_dispatched(uuid[], uuid[])', 'wakachi_relay');
  }

  /** Migrations are append-only; what was wrong is mended by the next one. */
  down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

/** Gives a SECURITY DEFINER function to a role that does not bypass row security, and lets only the application call it. */
export async function handOver(runner: QueryRunner, signature: string, role: string): Promise<void> {
  await runner.query(`GRANT CREATE ON SCHEMA public TO ${role}`);
  await runner.query(`ALTER FUNCTION ${signature} OWNER TO ${role}`);
  await runner.query(`REVOKE CREATE ON SCHEMA public FROM ${role}`);
  await runner.query(`REVOKE ALL ON FUNCTION ${signature} FROM PUBLIC`);
  await runner.query(`GRANT EXECUTE ON FUNCTION ${signature} TO wakachi_app`);
}
