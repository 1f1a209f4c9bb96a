import type { SqlExecutor } from '@wakachi/database';

/** What one group of a round got, and what stood in its way. */
export interface GroupResult {
  readonly code: string;
  readonly name: string;
  readonly prefecture: string;
  readonly takesPart: boolean;
  readonly answer: 'joining' | 'declining' | null;
  readonly approvedHouseholds: number | null;
  readonly awardedUnits: number;
  /** Lots of the run that were closed to it, by rule. */
  readonly excludedLots: Readonly<Record<string, number>>;
}

export async function groupResults(tx: SqlExecutor, roundId: string): Promise<GroupResult[]> {
  return tx.query<GroupResult[]>(
    `WITH awarded AS (SELECT group_id, sum(units) AS units FROM award WHERE round_id = $1 GROUP BY group_id),
     closed AS (
       SELECT group_id, jsonb_object_agg(rule, lots) AS rules
         FROM (SELECT x.group_id, x.rule, count(*) AS lots FROM run_exclusion x JOIN proposal p ON p.run_id = x.run_id
                WHERE p.round_id = $1 AND p.status = 'approved' GROUP BY x.group_id, x.rule) c
        GROUP BY group_id)
     SELECT g.code, g.name, g.prefecture, e.takes_part AS "takesPart", e.answer, e.approved_households AS "approvedHouseholds",
            coalesce(a.units, 0)::int AS "awardedUnits", coalesce(c.rules, '{}') AS "excludedLots"
       FROM round_entry e JOIN recipient_group g ON g.id = e.group_id
       LEFT JOIN awarded a ON a.group_id = g.id LEFT JOIN closed c ON c.group_id = g.id
      WHERE e.round_id = $1 ORDER BY g.code COLLATE "C"`,
    [roundId],
  );
}
