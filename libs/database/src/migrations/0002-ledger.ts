import type { MigrationInterface, QueryRunner } from 'typeorm';
import { handOver } from './0001-tenancy.js';
import { JOURNAL_APPEND, LEDGER_DISCREPANCIES, LEDGER_OPEN, LEDGER_POST } from './0002-ledger-functions.js';
import { appendOnly, tenantTable } from './tenant-table.js';

/** The journal and the double-entry stock ledger; quantities move through `ledger_post` and nowhere else. */
export class Ledger1763900000002 implements MigrationInterface {
  name = 'Ledger1763900000002';

  async up(runner: QueryRunner): Promise<void> {
    await this.journal(runner);
    await this.ledger(runner);
    await this.functions(runner);
  }

  private async journal(runner: QueryRunner): Promise<void> {
    await tenantTable(
      runner,
      'journal_head',
      `seq bigint NOT NULL, hash bytea NOT NULL,
       CONSTRAINT journal_head_pkey PRIMARY KEY (network_id),
       CONSTRAINT journal_head_network FOREIGN KEY (network_id) REFERENCES network (id)`,
      'SELECT',
    );
    await tenantTable(
      runner,
      'journal_entry',
      `seq bigint NOT NULL, entry_id uuid NOT NULL, kind text NOT NULL, body text NOT NULL, recorded_at timestamptz NOT NULL,
       previous_hash bytea NOT NULL, hash bytea NOT NULL, inserted_at timestamptz NOT NULL DEFAULT clock_timestamp(),
       CONSTRAINT journal_entry_pkey PRIMARY KEY (network_id, seq),
       CONSTRAINT journal_entry_id UNIQUE (network_id, entry_id),
       CONSTRAINT journal_entry_network FOREIGN KEY (network_id) REFERENCES network (id)`,
      'SELECT',
    );
    await appendOnly(runner, 'journal_entry');
  }

  private async ledger(runner: QueryRunner): Promise<void> {
    await tenantTable(
      runner,
      'ledger_account',
      `id uuid NOT NULL, kind text NOT NULL, place_id uuid, reference_id uuid, label text NOT NULL,
       CONSTRAINT ledger_account_pkey PRIMARY KEY (network_id, id),
       CONSTRAINT ledger_account_key UNIQUE NULLS NOT DISTINCT (network_id, kind, place_id, reference_id),
       CONSTRAINT ledger_account_network FOREIGN KEY (network_id) REFERENCES network (id),
       CONSTRAINT ledger_account_kind CHECK (kind IN
         ('donor-source','donor-pledged','hub-on-hand','award-reserved','shipment-in-transit','group-on-hand','distributed','disposed','lost','returned'))`,
      'SELECT',
    );
    await tenantTable(
      runner,
      'ledger_lot',
      `id uuid NOT NULL, label text NOT NULL,
       CONSTRAINT ledger_lot_pkey PRIMARY KEY (network_id, id),
       CONSTRAINT ledger_lot_network FOREIGN KEY (network_id) REFERENCES network (id)`,
      'SELECT',
    );
    await tenantTable(
      runner,
      'ledger_transaction',
      `command_id uuid NOT NULL, kind text NOT NULL, body_hash bytea NOT NULL, effective_at timestamptz NOT NULL, recorded_at timestamptz NOT NULL,
       actor_id uuid, reason text, reverses uuid,
       CONSTRAINT ledger_transaction_pkey PRIMARY KEY (network_id, command_id),
       CONSTRAINT ledger_transaction_reversed_once UNIQUE (network_id, reverses),
       CONSTRAINT ledger_transaction_original FOREIGN KEY (network_id, reverses) REFERENCES ledger_transaction (network_id, command_id)`,
      'SELECT',
    );
    await tenantTable(
      runner,
      'ledger_posting',
      `command_id uuid NOT NULL, ordinal integer NOT NULL, lot_id uuid NOT NULL, source_id uuid NOT NULL, destination_id uuid NOT NULL, quantity bigint NOT NULL,
       CONSTRAINT ledger_posting_pkey PRIMARY KEY (network_id, command_id, ordinal),
       CONSTRAINT ledger_posting_transaction FOREIGN KEY (network_id, command_id) REFERENCES ledger_transaction (network_id, command_id),
       CONSTRAINT ledger_posting_lot FOREIGN KEY (network_id, lot_id) REFERENCES ledger_lot (network_id, id),
       CONSTRAINT ledger_posting_source FOREIGN KEY (network_id, source_id) REFERENCES ledger_account (network_id, id),
       CONSTRAINT ledger_posting_destination FOREIGN KEY (network_id, destination_id) REFERENCES ledger_account (network_id, id),
       CONSTRAINT ledger_posting_quantity CHECK (quantity > 0),
       CONSTRAINT ledger_posting_moves CHECK (source_id <> destination_id)`,
      'SELECT',
    );
    await runner.query(`CREATE INDEX ledger_posting_by_lot ON ledger_posting (network_id, lot_id)`);
    await tenantTable(
      runner,
      'ledger_balance',
      `account_id uuid NOT NULL, lot_id uuid NOT NULL, quantity bigint NOT NULL, overdraft boolean NOT NULL,
       CONSTRAINT ledger_balance_pkey PRIMARY KEY (network_id, account_id, lot_id),
       CONSTRAINT ledger_balance_account FOREIGN KEY (network_id, account_id) REFERENCES ledger_account (network_id, id),
       CONSTRAINT ledger_balance_lot FOREIGN KEY (network_id, lot_id) REFERENCES ledger_lot (network_id, id),
       CONSTRAINT ledger_balance_floor CHECK (quantity >= 0 OR overdraft)`,
      'SELECT',
    );
    for (const table of ['ledger_account', 'ledger_lot', 'ledger_transaction', 'ledger_posting']) await appendOnly(runner, table);
  }

  private async functions(runner: QueryRunner): Promise<void> {
    await runner.query(`GRANT SELECT ON network TO wakachi_ledger`);
    await runner.query(`GRANT SELECT, INSERT, UPDATE ON journal_head, ledger_balance TO wakachi_ledger`);
    await runner.query(
      `GRANT SELECT, INSERT ON journal_entry, ledger_account, ledger_lot, ledger_transaction, ledger_posting, outbox_event TO wakachi_ledger`,
    );
    for (const sql of [...JOURNAL_APPEND, ...LEDGER_OPEN, ...LEDGER_POST, ...LEDGER_DISCREPANCIES]) await runner.query(sql);
    await handOver(runner, 'journal_append(uuid, uuid, text, text, timestamptz)', 'wakachi_ledger');
    await handOver(runner, 'journal_open(uuid)', 'wakachi_ledger');
    await handOver(runner, 'ledger_open_accounts(uuid, jsonb)', 'wakachi_ledger');
    await handOver(runner, 'ledger_open_lots(uuid, jsonb)', 'wakachi_ledger');
    await handOver(runner, 'ledger_post(uuid, uuid, text, timestamptz)', 'wakachi_ledger');
    await runner.query(`GRANT EXECUTE ON FUNCTION enter_network(uuid) TO wakachi_app`);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
