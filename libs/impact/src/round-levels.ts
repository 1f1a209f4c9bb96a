import type { SqlExecutor } from '@wakachi/database';

/** Fill levels in units per approved household, over the groups that at least one lot could reach. */
export interface RoundLevels {
  readonly min: number;
  readonly max: number;
  /** Unweighted, 0 = all equal. */
  readonly gini: number;
  /** Groups that take part and to which no rule lets any lot go. */
  readonly unreachable: number;
}

interface LevelRow {
  readonly reachable: boolean;
  readonly level: string;
}

/** From what the ledger reserved for each group, not from what was planned. */
export async function roundLevels(tx: SqlExecutor, roundId: string): Promise<RoundLevels> {
  const rows = await tx.query<LevelRow[]>(LEVELS, [roundId]);
  const levels = rows.filter((row) => row.reachable).map((row) => Number(row.level));
  return {
    min: rounded(levels.length === 0 ? 0 : Math.min(...levels)),
    max: rounded(levels.length === 0 ? 0 : Math.max(...levels)),
    gini: rounded(gini(levels)),
    unreachable: rows.filter((row) => !row.reachable).length,
  };
}

/** Mean difference of all pairs over twice the mean; 0 when nobody has anything. */
function gini(levels: readonly number[]): number {
  const sorted = [...levels].sort((a, b) => a - b);
  const total = sorted.reduce((sum, level) => sum + level, 0);
  if (total === 0) return 0;
  const weighted = sorted.reduce((sum, level, i) => sum + (2 * (i + 1) - sorted.length - 1) * level, 0);
  return weighted / (sorted.length * total);
}

function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** A group is out of reach when the approved run excluded it from every lot it had. */
const LEVELS = `
  WITH run AS (
    SELECT r.id, jsonb_array_length(r.input::jsonb -> 'lots') AS lots
      FROM proposal p JOIN round_run r ON r.network_id = p.network_id AND r.id = p.run_id
     WHERE p.round_id = $1 AND p.status = 'approved'),
  excluded AS (
    SELECT x.group_id, count(*) AS lots FROM run_exclusion x JOIN run ON run.id = x.run_id GROUP BY x.group_id),
  moved AS (
    SELECT coalesce(d.reference_id, s.reference_id) AS award_id, CASE WHEN d.kind = 'award-reserved' THEN p.quantity ELSE -p.quantity END AS units
      FROM ledger_posting p
      JOIN ledger_account s ON s.network_id = p.network_id AND s.id = p.source_id
      JOIN ledger_account d ON d.network_id = p.network_id AND d.id = p.destination_id
     WHERE (d.kind = 'award-reserved' AND s.kind IN ('donor-pledged', 'hub-on-hand'))
        OR (s.kind = 'award-reserved' AND d.kind IN ('donor-pledged', 'hub-on-hand'))),
  awarded AS (
    SELECT w.group_id, sum(m.units) AS units FROM moved m JOIN award w ON w.id = m.award_id
     WHERE w.round_id = $1 GROUP BY w.group_id)
  SELECT coalesce(x.lots, 0) < run.lots AS reachable, coalesce(a.units, 0)::numeric / e.approved_households AS level
    FROM round_entry e CROSS JOIN run
    LEFT JOIN excluded x ON x.group_id = e.group_id
    LEFT JOIN awarded a ON a.group_id = e.group_id
   WHERE e.round_id = $1 AND e.takes_part`;
