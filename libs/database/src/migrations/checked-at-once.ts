import type { QueryRunner } from 'typeorm';

/** A foreign key that is checked once for a statement instead of once for every row. */
export interface Reference {
  /** The name of the foreign key whose place it takes, and that its errors carry. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly target: string;
  readonly targetColumns: readonly string[];
  /** Many rows of one INSERT refer to few. */
  readonly repeats: boolean;
}

/** By key only, whatever the planner thought of a table that was empty when it made the plan. */
const KEYS_ONLY = `SET enable_seqscan = off SET enable_bitmapscan = off`;

/**
 * Replaces foreign keys of a table by one trigger for a whole INSERT, with the same error. A foreign key also watches what it
 * refers to: so the target's rows must be there for ever, and the columns that refer to them must stay as they are.
 */
export async function checkedAtOnce(runner: QueryRunner, table: string, references: readonly Reference[]): Promise<void> {
  await runner.query(`ALTER TABLE ${table} ${references.map(({ name }) => `DROP CONSTRAINT ${name}`).join(', ')}`);
  // In one expression, because each costs as much as the check of a foreign key; which of them it was is asked when it matters.
  await runner.query(`
    CREATE FUNCTION ${table}_refers() RETURNS trigger LANGUAGE plpgsql ${KEYS_ONLY} AS $$
    BEGIN
      IF ${references.map(dangles).join(' OR ')} THEN
        ${references.map((reference) => refusal(table, reference)).join('\n')}
      END IF;
      RETURN NULL;
    END $$`);
  await runner.query(`
    CREATE TRIGGER refers AFTER INSERT ON ${table} REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION ${table}_refers()`);
}

/**
 * `OFFSET 0` keeps the look-up out of a join, which could go through all of a network's rows for each value. By the whole name, because
 * a caller's temporary table would be found before.
 */
function dangles({ columns, target, targetColumns, repeats }: Reference): string {
  const same = columns.map((column, i) => `t.${targetColumns[i]} = r.${column}`).join(' AND ');
  return `EXISTS (SELECT 1 FROM ${repeats ? `(SELECT DISTINCT ${columns.join(', ')} FROM added)` : 'added'} r
                   WHERE NOT EXISTS (SELECT 1 FROM public.${target} t WHERE ${same} OFFSET 0))`;
}

function refusal(table: string, reference: Reference): string {
  const { name, target } = reference;
  return `
    IF ${dangles(reference)} THEN
      RAISE EXCEPTION 'insert on table "${table}" violates "${name}": there is no such row in table "${target}"'
        USING ERRCODE = 'foreign_key_violation', TABLE = '${table}', CONSTRAINT = '${name}';
    END IF;`;
}
