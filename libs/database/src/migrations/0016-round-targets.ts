import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './tenant-table.js';

/** Goods for certain people: which lots of a round are for whom, and how many such people each group declared. */
export class RoundTargets1763900000016 implements MigrationInterface {
  name = 'RoundTargets1763900000016';

  async up(runner: QueryRunner): Promise<void> {
    await tenantTable(
      runner,
      'round_target',
      `id uuid NOT NULL, round_id uuid NOT NULL, lot_id uuid NOT NULL, target text NOT NULL, units_per_person integer NOT NULL,
       CONSTRAINT round_target_pkey PRIMARY KEY (network_id, id),
       CONSTRAINT round_target_once UNIQUE (network_id, round_id, lot_id),
       CONSTRAINT round_target_round FOREIGN KEY (network_id, round_id) REFERENCES round (network_id, id),
       CONSTRAINT round_target_lot FOREIGN KEY (network_id, lot_id) REFERENCES lot (network_id, id),
       CONSTRAINT round_target_target CHECK (target IN ('infants','toddlers','school-children','women','elderly')),
       CONSTRAINT round_target_units CHECK (units_per_person >= 1)`,
      'SELECT, INSERT, DELETE',
    );
    await runner.query(`
      ALTER TABLE round_entry ADD COLUMN declared_persons jsonb NOT NULL DEFAULT '{}',
        ADD CONSTRAINT round_entry_persons CHECK (jsonb_typeof(declared_persons) = 'object')`);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
