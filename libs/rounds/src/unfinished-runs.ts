import type { Database } from '@wakachi/database';

export interface UnfinishedRun {
  readonly networkId: string;
  readonly runId: string;
}

const MOST_AT_ONCE = 1_000;

/**
 * Runs of all networks that are not over although their event was sent so long ago: each should have a job. Whether it has one
 * is the queue's to say; the queue may have been emptied.
 */
export async function unfinishedRuns(db: Database, olderThanMilliseconds: number): Promise<UnfinishedRun[]> {
  const rows = await db.inNoNetwork((tx) =>
    tx.query<{ network_id: string; run_id: string }[]>(
      `SELECT network_id, run_id FROM round_runs_unfinished($1 * interval '1 millisecond', $2)`,
      [olderThanMilliseconds, MOST_AT_ONCE],
    ),
  );
  return rows.map((row) => ({ networkId: row.network_id, runId: row.run_id }));
}
