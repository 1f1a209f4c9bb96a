import type { MigrationInterface, QueryRunner } from 'typeorm';
import { handOver } from './0001-tenancy.js';
import { tenantTable } from './tenant-table.js';

/** What groups do with their stock: several sites, people of a group, stocktakes, commands of phones and those that wait for a person. */
export class GroupStock1763900000011 implements MigrationInterface {
  name = 'GroupStock1763900000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE site ADD COLUMN name text, ADD COLUMN main boolean NOT NULL DEFAULT true`);
    await runner.query(
      `ALTER TABLE hand_out ADD COLUMN site_id uuid, ADD CONSTRAINT hand_out_site FOREIGN KEY (network_id, site_id) REFERENCES site (network_id, id)`,
    );
    await this.people(runner);
    await this.counts(runner);
    await this.phones(runner);
    await this.context(runner);
  }

  private async people(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE person ADD COLUMN group_id uuid,
        ADD CONSTRAINT person_group FOREIGN KEY (network_id, group_id) REFERENCES recipient_group (network_id, id)`);
    // Another result needs another function.
    await runner.query(`DROP FUNCTION sign_in_memberships(text)`);
    await runner.query(`
      CREATE FUNCTION sign_in_memberships(p_email text) RETURNS TABLE (network_id uuid, person_id uuid, role text, group_id uuid)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
      AS $$ SELECT p.network_id, p.id, p.role, p.group_id FROM person p WHERE p.email = p_email AND p.active ORDER BY p.network_id $$`);
    await handOver(runner, 'sign_in_memberships(text)', 'wakachi_door');
  }

  private async counts(runner: QueryRunner): Promise<void> {
    await tenantTable(
      runner,
      'stocktake',
      `id uuid NOT NULL, site_id uuid NOT NULL, counted_at timestamptz NOT NULL, counted_by uuid NOT NULL, recorded_at timestamptz NOT NULL, body_sha256 text NOT NULL,
       CONSTRAINT stocktake_pkey PRIMARY KEY (network_id, id),
       CONSTRAINT stocktake_site FOREIGN KEY (network_id, site_id) REFERENCES site (network_id, id),
       CONSTRAINT stocktake_person FOREIGN KEY (network_id, counted_by) REFERENCES person (network_id, id)`,
      'SELECT, INSERT',
    );
    await tenantTable(
      runner,
      'stocktake_line',
      `stocktake_id uuid NOT NULL, lot_id uuid NOT NULL, expected_units integer NOT NULL, counted_units integer NOT NULL,
       CONSTRAINT stocktake_line_pkey PRIMARY KEY (network_id, stocktake_id, lot_id),
       CONSTRAINT stocktake_line_stocktake FOREIGN KEY (network_id, stocktake_id) REFERENCES stocktake (network_id, id),
       CONSTRAINT stocktake_line_lot FOREIGN KEY (network_id, lot_id) REFERENCES lot (network_id, id),
       CONSTRAINT stocktake_line_units CHECK (expected_units >= 0 AND counted_units >= 0)`,
      'SELECT, INSERT',
    );
  }

  private async phones(runner: QueryRunner): Promise<void> {
    await tenantTable(
      runner,
      'device_command',
      `device_id uuid NOT NULL, sequence integer NOT NULL, command_id uuid NOT NULL, received_at timestamptz NOT NULL,
       CONSTRAINT device_command_pkey PRIMARY KEY (network_id, device_id, sequence),
       CONSTRAINT device_command_sequence CHECK (sequence >= 1)`,
      'SELECT, INSERT',
    );
    await tenantTable(
      runner,
      'parked_command',
      `id uuid NOT NULL, device_id uuid NOT NULL, sent_by uuid NOT NULL, body text NOT NULL, problem text NOT NULL, message_ja text NOT NULL, message_en text NOT NULL,
       parked_at timestamptz NOT NULL, outcome text, resolved_by uuid, resolved_at timestamptz, resolution text,
       CONSTRAINT parked_command_pkey PRIMARY KEY (network_id, id),
       CONSTRAINT parked_command_sender FOREIGN KEY (network_id, sent_by) REFERENCES person (network_id, id),
       CONSTRAINT parked_command_resolver FOREIGN KEY (network_id, resolved_by) REFERENCES person (network_id, id),
       CONSTRAINT parked_command_outcome CHECK (outcome IN ('applied','dismissed')),
       CONSTRAINT parked_command_resolved CHECK ((outcome IS NULL) = (resolved_by IS NULL) AND (outcome IS NULL) = (resolved_at IS NULL))`,
      'SELECT, INSERT, UPDATE',
    );
  }

  /** Everything that the rules of a batch of commands ask about, in one round trip. */
  private async context(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION stock_command_context(p_network uuid, p_person uuid, p_commands uuid[], p_sites uuid[], p_lots uuid[], p_shipments uuid[])
      RETURNS jsonb LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM enter_network(p_network);
        RETURN jsonb_build_object(
          'person', (SELECT jsonb_build_object('role', role, 'groupId', group_id) FROM person WHERE network_id = p_network AND id = p_person AND active),
          'sites', (SELECT coalesce(jsonb_object_agg(s.id, jsonb_build_object('id', s.id, 'main', s.main, 'groupId', g.id, 'groupName', g.name)), '{}')
                      FROM site s JOIN recipient_group g ON g.network_id = s.network_id AND g.id = s.group_id WHERE s.network_id = p_network AND s.id = ANY (p_sites)),
          'lots', (SELECT coalesce(jsonb_object_agg(id, jsonb_build_object('name', name, 'dateLabel', date_label, 'effectiveUntil', effective_until)), '{}')
                     FROM lot WHERE network_id = p_network AND id = ANY (p_lots)),
          'shipments', (SELECT coalesce(jsonb_object_agg(id, group_id), '{}') FROM shipment WHERE network_id = p_network AND id = ANY (p_shipments)),
          'known', (SELECT coalesce(jsonb_agg(command_id), '[]') FROM ledger_transaction WHERE network_id = p_network AND command_id = ANY (p_commands)));
      END $$`);
    await runner.query(`REVOKE ALL ON FUNCTION stock_command_context(uuid, uuid, uuid[], uuid[], uuid[], uuid[]) FROM PUBLIC`);
    await runner.query(`GRANT EXECUTE ON FUNCTION stock_command_context(uuid, uuid, uuid[], uuid[], uuid[], uuid[]) TO wakachi_app`);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
