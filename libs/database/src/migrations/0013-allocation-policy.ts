import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly, tenantTable } from './tenant-table.js';

/** How a network shares out, version by version; each round keeps the version that it was opened under. */
export class AllocationPolicy1763900000013 implements MigrationInterface {
  name = 'AllocationPolicy1763900000013';

  async up(runner: QueryRunner): Promise<void> {
    await tenantTable(
      runner,
      'allocation_policy',
      `id uuid NOT NULL, version integer NOT NULL, policy text NOT NULL, measure text NOT NULL, slack text NOT NULL, effort text NOT NULL,
       pooled_min_cases integer, direct_min_cases integer, direct_max_groups integer, carry_over_rounds integer NOT NULL,
       decided_by uuid NOT NULL, decided_at timestamptz NOT NULL, reason text NOT NULL,
       CONSTRAINT allocation_policy_pkey PRIMARY KEY (network_id, id),
       CONSTRAINT allocation_policy_version UNIQUE (network_id, version),
       CONSTRAINT allocation_policy_person FOREIGN KEY (network_id, decided_by) REFERENCES person (network_id, id),
       CONSTRAINT allocation_policy_counts CHECK (version >= 1 AND pooled_min_cases >= 1 AND direct_min_cases >= 1 AND direct_max_groups >= 1 AND carry_over_rounds >= 0),
       CONSTRAINT allocation_policy_policy CHECK (policy IN ('leximin','pro-rata','queue','lot-by-lot','choice')),
       CONSTRAINT allocation_policy_measure CHECK (measure IN ('cases','units','grams','yen')),
       CONSTRAINT allocation_policy_slack CHECK (slack ~ '^(0|[1-9][0-9]{0,14})([.][0-9]{1,30})?$'),
       CONSTRAINT allocation_policy_effort CHECK (effort IN ('quick','thorough')),
       CONSTRAINT allocation_policy_reason CHECK (reason <> '')`,
      'SELECT, INSERT',
    );
    await appendOnly(runner, 'allocation_policy');
    // Null: the network had decided nothing when the round was opened.
    await runner.query(`
      ALTER TABLE round ADD COLUMN policy_version integer,
        ADD CONSTRAINT round_policy_version FOREIGN KEY (network_id, policy_version) REFERENCES allocation_policy (network_id, version)`);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
