import type { SqlExecutor } from '@wakachi/database';

export interface ImpactLine {
  /** The donor's name, or the prefecture's JIS code. */
  readonly name: string;
  /** Units handed to families, as counted. */
  readonly units: number;
  /** Gross case weight shared over its units; observed where the sheet gave a weight. */
  readonly kilograms: number;
  /** Units whose weight nobody gave: they are not in `kilograms`. */
  readonly unweighedUnits: number;
  /** のべ世帯: the sum over hand-outs, so a family that came twice counts twice. */
  readonly households: number;
}

/** What each donor's goods did. A hand-out of several donors' goods counts its households for each of them. */
export function impactByDonor(tx: SqlExecutor): Promise<ImpactLine[]> {
  return query(tx, 'donor.name', 'JOIN donor ON donor.network_id = lot.network_id AND donor.id = lot.donor_id');
}

export function impactByPrefecture(tx: SqlExecutor): Promise<ImpactLine[]> {
  return query(
    tx,
    'recipient_group.prefecture',
    'JOIN recipient_group ON recipient_group.network_id = hand_out.network_id AND recipient_group.id = hand_out.group_id',
  );
}

async function query(tx: SqlExecutor, name: string, join: string): Promise<ImpactLine[]> {
  const rows = await tx.query<{ name: string; units: string; grams: string; unweighed: string; households: string }[]>(`
    WITH standing AS MATERIALIZED (
      SELECT h.* FROM hand_out h
       WHERE NOT EXISTS (SELECT 1 FROM ledger_transaction r WHERE r.network_id = h.network_id AND r.reverses = h.id)),
    given AS (
      SELECT ${name} AS name, p.command_id, p.quantity AS units, p.quantity::numeric * lot.case_grams / lot.units_per_case AS grams, hand_out.households
        FROM standing hand_out
        JOIN ledger_posting p ON p.network_id = hand_out.network_id AND p.command_id = hand_out.id
        JOIN lot ON lot.network_id = p.network_id AND lot.id = p.lot_id
        ${join}),
    counted AS (SELECT name, sum(households) AS households FROM (SELECT DISTINCT name, command_id, households FROM given) h GROUP BY name)
    SELECT g.name, sum(g.units) AS units, coalesce(sum(g.grams), 0) AS grams, coalesce(sum(g.units) FILTER (WHERE g.grams IS NULL), 0) AS unweighed, c.households
      FROM given g JOIN counted c USING (name) GROUP BY g.name, c.households ORDER BY g.name COLLATE "C"`);
  return rows.map((row) => ({
    name: row.name,
    units: Number(row.units),
    kilograms: Math.round(Number(row.grams)) / 1000,
    unweighedUnits: Number(row.unweighed),
    households: Number(row.households),
  }));
}
