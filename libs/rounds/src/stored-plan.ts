import type { SqlExecutor } from '@wakachi/database';
import { awardsOf, exclusionsOf, type Plan } from './engine/plan.js';

/** So many rows are written by one statement; between two of them others have their turn. */
const ROWS_AT_ONCE = 5_000;

interface PairIds {
  readonly lotOf: (name: string) => string;
  readonly groupOf: (name: string) => string;
}

/** Why each pair was left out. Millions of rows in a large round: written as columns, without an entity for each. */
export async function insertExclusions(tx: SqlExecutor, networkId: string, runId: string, plan: Plan, ids: PairIds): Promise<void> {
  for (const pairs of inParts(exclusionsOf(plan))) {
    await tx.query(
      `INSERT INTO run_exclusion (network_id, run_id, lot_id, group_id, rule) SELECT $1, $2, * FROM unnest($3::uuid[], $4::uuid[], $5::text[])`,
      [networkId, runId, ...columns(pairs, ids), pairs.map(({ rule }) => rule)],
    );
  }
}

export async function insertLines(tx: SqlExecutor, networkId: string, proposalId: string, plan: Plan, ids: PairIds): Promise<void> {
  for (const pairs of inParts(awardsOf(plan))) {
    await tx.query(
      `INSERT INTO proposal_line (network_id, proposal_id, lot_id, group_id, cases) SELECT $1, $2, * FROM unnest($3::uuid[], $4::uuid[], $5::int[])`,
      [networkId, proposalId, ...columns(pairs, ids), pairs.map(({ cases }) => cases)],
    );
  }
}

function columns(pairs: readonly { lot: string; group: string }[], { lotOf, groupOf }: PairIds): [string[], string[]] {
  return [pairs.map(({ lot }) => lotOf(lot)), pairs.map(({ group }) => groupOf(group))];
}

function* inParts<T>(rows: Iterable<T>): Generator<T[]> {
  let part: T[] = [];
  for (const row of rows) {
    part.push(row);
    if (part.length < ROWS_AT_ONCE) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}
