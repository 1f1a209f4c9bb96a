import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './tenant-table.js';

const TEMPERATURES = `('ambient','chilled','frozen')`;

/** Items, donors, offers and their lots; recipient groups with their sites and qualifications. */
export class GoodsAndGroups1763900000003 implements MigrationInterface {
  name = 'GoodsAndGroups1763900000003';

  async up(runner: QueryRunner): Promise<void> {
    await this.goods(runner);
    await this.lots(runner);
    await this.groups(runner);
  }

  private async goods(runner: QueryRunner): Promise<void> {
    await tenantTable(
      runner,
      'item',
      `id uuid NOT NULL, gtin text, itf text, name text NOT NULL, category text NOT NULL, food boolean NOT NULL,
       CONSTRAINT item_pkey PRIMARY KEY (network_id, id),
       CONSTRAINT item_network FOREIGN KEY (network_id) REFERENCES network (id)`,
    );
    await tenantTable(
      runner,
      'hub',
      `id uuid NOT NULL, name text NOT NULL,
       CONSTRAINT hub_pkey PRIMARY KEY (network_id, id),
       CONSTRAINT hub_name UNIQUE (network_id, name),
       CONSTRAINT hub_network FOREIGN KEY (network_id) REFERENCES network (id)`,
    );
    await tenantTable(
      runner,
      'donor',
      `id uuid NOT NULL, name text NOT NULL,
       CONSTRAINT donor_pkey PRIMARY KEY (network_id, id),
       CONSTRAINT donor_name UNIQUE (network_id, name),
       CONSTRAINT donor_network FOREIGN KEY (network_id) REFERENCES network (id)`,
    );
    await tenantTable(
      runner,
      'offer',
      `id uuid NOT NULL, donor_id uuid NOT NULL, import_batch_id uuid, line_number integer NOT NULL, department text, status text NOT NULL,
       donation_reason text, freight_paid_by text, available_from date, answer_wanted_by date, condition_text text NOT NULL, remarks text, submitted_at timestamptz NOT NULL,
       CONSTRAINT offer_pkey PRIMARY KEY (network_id, id),
       CONSTRAINT offer_line UNIQUE (network_id, import_batch_id, line_number),
       CONSTRAINT offer_donor FOREIGN KEY (network_id, donor_id) REFERENCES donor (network_id, id),
       CONSTRAINT offer_batch FOREIGN KEY (network_id, import_batch_id) REFERENCES import_batch (network_id, id),
       CONSTRAINT offer_status CHECK (status IN ('submitted','lotted','withdrawn'))`,
    );
  }

  private async lots(runner: QueryRunner): Promise<void> {
    await tenantTable(
      runner,
      'lot',
      `id uuid NOT NULL, offer_id uuid NOT NULL, donor_id uuid NOT NULL, item_id uuid NOT NULL, hub_id uuid, line_number integer NOT NULL,
       name text NOT NULL, category text NOT NULL, food boolean NOT NULL, temperature text NOT NULL,
       cases integer NOT NULL, units_per_case integer NOT NULL, case_grams integer, case_millilitres integer,
       date_label text, date_raw text, date_precision text, effective_until date, allergens text[],
       min_cases_per_group integer, requires text[] NOT NULL, prefectures text[], terms text[] NOT NULL, report_due boolean NOT NULL,
       book_unit_yen integer, reference_unit_yen integer, title text NOT NULL, recognition text NOT NULL,
       CONSTRAINT lot_pkey PRIMARY KEY (network_id, id),
       CONSTRAINT lot_ledger FOREIGN KEY (network_id, id) REFERENCES ledger_lot (network_id, id),
       CONSTRAINT lot_offer FOREIGN KEY (network_id, offer_id) REFERENCES offer (network_id, id),
       CONSTRAINT lot_donor FOREIGN KEY (network_id, donor_id) REFERENCES donor (network_id, id),
       CONSTRAINT lot_item FOREIGN KEY (network_id, item_id) REFERENCES item (network_id, id),
       CONSTRAINT lot_hub FOREIGN KEY (network_id, hub_id) REFERENCES hub (network_id, id),
       CONSTRAINT lot_size CHECK (cases >= 1 AND units_per_case >= 1),
       CONSTRAINT lot_temperature CHECK (temperature IN ${TEMPERATURES}),
       CONSTRAINT lot_date_label CHECK (date_label IN ('best-before','use-by')),
       CONSTRAINT lot_food_is_labelled CHECK (NOT food OR category LIKE 'unknown:%' OR (allergens IS NOT NULL AND effective_until IS NOT NULL AND date_label IS NOT NULL)),
       CONSTRAINT lot_title CHECK (title IN ('through-us','donor-to-group')),
       CONSTRAINT lot_recognition CHECK (recognition IN ('fair-value','notes-only','not-ours'))`,
    );
    // Cases are counted from the ledger's units by the units per case: what the figures rest on does not change afterwards.
    await runner.query(`
      CREATE TRIGGER lot_size_stays BEFORE UPDATE ON lot FOR EACH ROW
      WHEN (OLD.cases IS DISTINCT FROM NEW.cases OR OLD.units_per_case IS DISTINCT FROM NEW.units_per_case) EXECUTE FUNCTION refuse_change()`);
    await tenantTable(
      runner,
      'lot_hold',
      `id uuid NOT NULL, lot_id uuid NOT NULL, code text NOT NULL, text text NOT NULL, message_ja text NOT NULL, message_en text NOT NULL,
       read_by uuid, read_at timestamptz, resolution text,
       CONSTRAINT lot_hold_pkey PRIMARY KEY (network_id, id),
       CONSTRAINT lot_hold_lot FOREIGN KEY (network_id, lot_id) REFERENCES lot (network_id, id),
       CONSTRAINT lot_hold_person FOREIGN KEY (network_id, read_by) REFERENCES person (network_id, id),
       CONSTRAINT lot_hold_read CHECK ((read_by IS NULL) = (read_at IS NULL) AND (read_by IS NULL) = (resolution IS NULL))`,
    );
  }

  private async groups(runner: QueryRunner): Promise<void> {
    await tenantTable(
      runner,
      'recipient_group',
      `id uuid NOT NULL, code text NOT NULL, name text NOT NULL, kana text, legal_form text, corporate_number text, activity text,
       postcode text, prefecture text NOT NULL, city text, street text, phone text, mail text, fax text, contact_by text,
       households integer NOT NULL, children integer, allergy_handling boolean,
       refuses_categories text[] NOT NULL, refuses_temperatures text[] NOT NULL, attention jsonb NOT NULL,
       CONSTRAINT recipient_group_pkey PRIMARY KEY (network_id, id),
       CONSTRAINT recipient_group_code UNIQUE (network_id, code),
       CONSTRAINT recipient_group_network FOREIGN KEY (network_id) REFERENCES network (id),
       CONSTRAINT recipient_group_households CHECK (households >= 0)`,
    );
    await tenantTable(
      runner,
      'site',
      `id uuid NOT NULL, group_id uuid NOT NULL, address text, receiving_weekdays integer[] NOT NULL, receiving_half_day text,
       ambient_millilitres bigint, chilled_millilitres bigint, frozen_millilitres bigint, forklift boolean, largest_vehicle text,
       CONSTRAINT site_pkey PRIMARY KEY (network_id, id),
       CONSTRAINT site_group FOREIGN KEY (network_id, group_id) REFERENCES recipient_group (network_id, id)`,
    );
    await tenantTable(
      runner,
      'qualification',
      `id uuid NOT NULL, group_id uuid NOT NULL, kind text NOT NULL, valid_from date, valid_until date,
       CONSTRAINT qualification_pkey PRIMARY KEY (network_id, id),
       CONSTRAINT qualification_group FOREIGN KEY (network_id, group_id) REFERENCES recipient_group (network_id, id),
       CONSTRAINT qualification_kind CHECK (kind IN ('agreement','insurance','hygiene-manager','freezer')),
       CONSTRAINT qualification_order CHECK (valid_from <= valid_until)`,
    );
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
