import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly, tenantTable } from './tenant-table.js';

/** A round from its entries over its queued runs to the awards. */
export class Rounds1763900000004 implements MigrationInterface {
  name = 'Rounds1763900000004';

  async up(runner: QueryRunner): Promise<void> {
    await tenantTable(
      runner,
      'round',
      `id uuid NOT NULL, name text NOT NULL, arrival_date date NOT NULL, measure text NOT NULL, policy text NOT NULL, seed text NOT NULL, status text NOT NULL,
       created_by uuid NOT NULL, created_at timestamptz NOT NULL,
       CONSTRAINT round_pkey PRIMARY KEY (network_id, id),
       CONSTRAINT round_name UNIQUE (network_id, name),
       CONSTRAINT round_person FOREIGN KEY (network_id, created_by) REFERENCES person (network_id, id),
       CONSTRAINT round_measure CHECK (measure IN ('cases','units','grams','yen')),
       CONSTRAINT round_status CHECK (status IN ('open','approved','closed'))`,
    );
    await tenantTable(
      runner,
      'round_entry',
      `id uuid NOT NULL, round_id uuid NOT NULL, group_id uuid NOT NULL, answer text, answered_at timestamptz, takes_part boolean NOT NULL,
       declared_households integer, approved_households integer, ambient_cases integer, chilled_cases integer, frozen_cases integer,
       unavailable_dates date[] NOT NULL, wishes text, attention jsonb NOT NULL,
       CONSTRAINT round_entry_pkey PRIMARY KEY (network_id, id),
       CONSTRAINT round_entry_once UNIQUE (network_id, round_id, group_id),
       CONSTRAINT round_entry_round FOREIGN KEY (network_id, round_id) REFERENCES round (network_id, id),
       CONSTRAINT round_entry_group FOREIGN KEY (network_id, group_id) REFERENCES recipient_group (network_id, id),
       CONSTRAINT round_entry_answer CHECK (answer IN ('joining','declining')),
       CONSTRAINT round_entry_need CHECK (NOT takes_part OR approved_households >= 1)`,
    );
    await this.runs(runner);
    await this.decisions(runner);
  }

  private async runs(runner: QueryRunner): Promise<void> {
    await tenantTable(
      runner,
      'round_run',
      `id uuid NOT NULL, round_id uuid NOT NULL, status text NOT NULL, requested_by uuid NOT NULL, requested_at timestamptz NOT NULL,
       started_at timestamptz, finished_at timestamptz, attempts integer NOT NULL DEFAULT 0, progress integer NOT NULL DEFAULT 0,
       input text NOT NULL, input_sha256 text NOT NULL, engine text, solution text, solution_sha256 text, error text,
       CONSTRAINT round_run_pkey PRIMARY KEY (network_id, id),
       CONSTRAINT round_run_round FOREIGN KEY (network_id, round_id) REFERENCES round (network_id, id),
       CONSTRAINT round_run_person FOREIGN KEY (network_id, requested_by) REFERENCES person (network_id, id),
       CONSTRAINT round_run_status CHECK (status IN ('queued','running','succeeded','failed','cancelled')),
       CONSTRAINT round_run_progress CHECK (progress BETWEEN 0 AND 100),
       CONSTRAINT round_run_solution CHECK ((status = 'succeeded') = (solution IS NOT NULL))`,
    );
    await tenantTable(
      runner,
      'run_exclusion',
      `run_id uuid NOT NULL, lot_id uuid NOT NULL, group_id uuid NOT NULL, rule text NOT NULL,
       CONSTRAINT run_exclusion_pkey PRIMARY KEY (network_id, run_id, lot_id, group_id),
       CONSTRAINT run_exclusion_run FOREIGN KEY (network_id, run_id) REFERENCES round_run (network_id, id),
       CONSTRAINT run_exclusion_lot FOREIGN KEY (network_id, lot_id) REFERENCES lot (network_id, id),
       CONSTRAINT run_exclusion_group FOREIGN KEY (network_id, group_id) REFERENCES recipient_group (network_id, id)`,
      'SELECT, INSERT',
    );
  }

  private async decisions(runner: QueryRunner): Promise<void> {
    await tenantTable(
      runner,
      'proposal',
      `id uuid NOT NULL, run_id uuid NOT NULL, round_id uuid NOT NULL, status text NOT NULL, proposed_by uuid NOT NULL, proposed_at timestamptz NOT NULL,
       decided_by uuid, decided_at timestamptz,
       CONSTRAINT proposal_pkey PRIMARY KEY (network_id, id),
       CONSTRAINT proposal_once UNIQUE (network_id, run_id),
       CONSTRAINT proposal_run FOREIGN KEY (network_id, run_id) REFERENCES round_run (network_id, id),
       CONSTRAINT proposal_round FOREIGN KEY (network_id, round_id) REFERENCES round (network_id, id),
       CONSTRAINT proposal_proposer FOREIGN KEY (network_id, proposed_by) REFERENCES person (network_id, id),
       CONSTRAINT proposal_decider FOREIGN KEY (network_id, decided_by) REFERENCES person (network_id, id),
       CONSTRAINT proposal_status CHECK (status IN ('proposed','approved','rejected')),
       CONSTRAINT proposal_second_person CHECK (decided_by <> proposed_by),
       CONSTRAINT proposal_decided CHECK ((status = 'proposed') = (decided_by IS NULL))`,
    );
    await tenantTable(
      runner,
      'proposal_line',
      `proposal_id uuid NOT NULL, lot_id uuid NOT NULL, group_id uuid NOT NULL, cases integer NOT NULL,
       CONSTRAINT proposal_line_pkey PRIMARY KEY (network_id, proposal_id, lot_id, group_id),
       CONSTRAINT proposal_line_proposal FOREIGN KEY (network_id, proposal_id) REFERENCES proposal (network_id, id),
       CONSTRAINT proposal_line_lot FOREIGN KEY (network_id, lot_id) REFERENCES lot (network_id, id),
       CONSTRAINT proposal_line_group FOREIGN KEY (network_id, group_id) REFERENCES recipient_group (network_id, id),
       CONSTRAINT proposal_line_cases CHECK (cases >= 1)`,
      'SELECT, INSERT',
    );
    await tenantTable(
      runner,
      'award',
      `id uuid NOT NULL, round_id uuid NOT NULL, proposal_id uuid NOT NULL, lot_id uuid NOT NULL, group_id uuid NOT NULL, cases integer NOT NULL, units integer NOT NULL,
       expires_on date NOT NULL,
       CONSTRAINT award_pkey PRIMARY KEY (network_id, id),
       CONSTRAINT award_once UNIQUE (network_id, round_id, lot_id, group_id),
       CONSTRAINT award_line FOREIGN KEY (network_id, proposal_id, lot_id, group_id) REFERENCES proposal_line (network_id, proposal_id, lot_id, group_id),
       CONSTRAINT award_size CHECK (cases >= 1 AND units >= cases)`,
      'SELECT, INSERT',
    );
    await appendOnly(runner, 'award');
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
