import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './tenant-table.js';

/** Intake at hubs, shipments, receipts with their discrepancies, hand-outs. */
export class Carriage1763900000005 implements MigrationInterface {
  name = 'Carriage1763900000005';

  async up(runner: QueryRunner): Promise<void> {
    await this.intake(runner);
    await this.shipments(runner);
    await this.handOuts(runner);
  }

  private async intake(runner: QueryRunner): Promise<void> {
    await tenantTable(
      runner,
      'hub_intake',
      `id uuid NOT NULL, hub_id uuid NOT NULL, lot_id uuid NOT NULL, expected_units integer NOT NULL, counted_units integer NOT NULL, counted_by uuid NOT NULL, counted_at timestamptz NOT NULL,
       CONSTRAINT hub_intake_pkey PRIMARY KEY (network_id, id),
       CONSTRAINT hub_intake_hub FOREIGN KEY (network_id, hub_id) REFERENCES hub (network_id, id),
       CONSTRAINT hub_intake_lot FOREIGN KEY (network_id, lot_id) REFERENCES lot (network_id, id),
       CONSTRAINT hub_intake_person FOREIGN KEY (network_id, counted_by) REFERENCES person (network_id, id),
       CONSTRAINT hub_intake_count CHECK (expected_units >= 0 AND counted_units >= 0)`,
      'SELECT, INSERT',
    );
  }

  private async shipments(runner: QueryRunner): Promise<void> {
    await tenantTable(
      runner,
      'shipment',
      `id uuid NOT NULL, round_id uuid NOT NULL, hub_id uuid, donor_id uuid, group_id uuid NOT NULL, planned_on date NOT NULL, status text NOT NULL,
       dispatched_at timestamptz, dispatched_by uuid,
       CONSTRAINT shipment_pkey PRIMARY KEY (network_id, id),
       CONSTRAINT shipment_round FOREIGN KEY (network_id, round_id) REFERENCES round (network_id, id),
       CONSTRAINT shipment_hub FOREIGN KEY (network_id, hub_id) REFERENCES hub (network_id, id),
       CONSTRAINT shipment_donor FOREIGN KEY (network_id, donor_id) REFERENCES donor (network_id, id),
       CONSTRAINT shipment_group FOREIGN KEY (network_id, group_id) REFERENCES recipient_group (network_id, id),
       CONSTRAINT shipment_dispatcher FOREIGN KEY (network_id, dispatched_by) REFERENCES person (network_id, id),
       CONSTRAINT shipment_origin CHECK ((hub_id IS NULL) <> (donor_id IS NULL)),
       CONSTRAINT shipment_status CHECK (status IN ('ordered','dispatched','received')),
       CONSTRAINT shipment_dispatched CHECK ((status = 'ordered') = (dispatched_at IS NULL))`,
    );
    await tenantTable(
      runner,
      'shipment_line',
      `id uuid NOT NULL, shipment_id uuid NOT NULL, award_id uuid NOT NULL, lot_id uuid NOT NULL, cases integer NOT NULL, units integer NOT NULL,
       CONSTRAINT shipment_line_pkey PRIMARY KEY (network_id, id),
       CONSTRAINT shipment_line_award UNIQUE (network_id, award_id),
       CONSTRAINT shipment_line_shipment FOREIGN KEY (network_id, shipment_id) REFERENCES shipment (network_id, id),
       CONSTRAINT shipment_line_of_award FOREIGN KEY (network_id, award_id) REFERENCES award (network_id, id),
       CONSTRAINT shipment_line_lot FOREIGN KEY (network_id, lot_id) REFERENCES lot (network_id, id)`,
      'SELECT, INSERT',
    );
    await tenantTable(
      runner,
      'receipt',
      `id uuid NOT NULL, shipment_id uuid NOT NULL, received_at timestamptz NOT NULL, received_by uuid NOT NULL,
       CONSTRAINT receipt_pkey PRIMARY KEY (network_id, id),
       CONSTRAINT receipt_once UNIQUE (network_id, shipment_id),
       CONSTRAINT receipt_shipment FOREIGN KEY (network_id, shipment_id) REFERENCES shipment (network_id, id),
       CONSTRAINT receipt_person FOREIGN KEY (network_id, received_by) REFERENCES person (network_id, id)`,
      'SELECT, INSERT',
    );
    await tenantTable(
      runner,
      'receipt_line',
      `id uuid NOT NULL, receipt_id uuid NOT NULL, shipment_line_id uuid NOT NULL, received_units integer NOT NULL, short_units integer NOT NULL, damaged_units integer NOT NULL, note text,
       CONSTRAINT receipt_line_pkey PRIMARY KEY (network_id, id),
       CONSTRAINT receipt_line_once UNIQUE (network_id, shipment_line_id),
       CONSTRAINT receipt_line_receipt FOREIGN KEY (network_id, receipt_id) REFERENCES receipt (network_id, id),
       CONSTRAINT receipt_line_shipment_line FOREIGN KEY (network_id, shipment_line_id) REFERENCES shipment_line (network_id, id),
       CONSTRAINT receipt_line_units CHECK (received_units >= 0 AND short_units >= 0 AND damaged_units >= 0)`,
      'SELECT, INSERT',
    );
  }

  private async handOuts(runner: QueryRunner): Promise<void> {
    await tenantTable(
      runner,
      'hand_out',
      `id uuid NOT NULL, group_id uuid NOT NULL, round_id uuid, handed_out_on date NOT NULL, households integer NOT NULL, children integer NOT NULL, recorded_by uuid NOT NULL, recorded_at timestamptz NOT NULL,
       CONSTRAINT hand_out_pkey PRIMARY KEY (network_id, id),
       CONSTRAINT hand_out_group FOREIGN KEY (network_id, group_id) REFERENCES recipient_group (network_id, id),
       CONSTRAINT hand_out_round FOREIGN KEY (network_id, round_id) REFERENCES round (network_id, id),
       CONSTRAINT hand_out_person FOREIGN KEY (network_id, recorded_by) REFERENCES person (network_id, id),
       CONSTRAINT hand_out_counts CHECK (households >= 1 AND children >= 0)`,
      'SELECT, INSERT',
    );
    await tenantTable(
      runner,
      'hand_out_line',
      `hand_out_id uuid NOT NULL, lot_id uuid NOT NULL, units integer NOT NULL,
       CONSTRAINT hand_out_line_pkey PRIMARY KEY (network_id, hand_out_id, lot_id),
       CONSTRAINT hand_out_line_hand_out FOREIGN KEY (network_id, hand_out_id) REFERENCES hand_out (network_id, id),
       CONSTRAINT hand_out_line_lot FOREIGN KEY (network_id, lot_id) REFERENCES lot (network_id, id),
       CONSTRAINT hand_out_line_units CHECK (units >= 1)`,
      'SELECT, INSERT',
    );
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
