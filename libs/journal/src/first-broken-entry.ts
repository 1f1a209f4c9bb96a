import { Chain } from './chain.js';

/** One row of the journal, as the database keeps it. */
export interface JournalRow {
  readonly seq: number;
  readonly entryId: string;
  readonly kind: string;
  readonly body: string;
  /** UTC with six decimals, `2026-11-24T00:00:00.000000Z`. */
  readonly recordedAt: string;
  readonly hash: string;
}

/** Recomputes the chain without the database. The sequence number of the first entry that does not hold, or null. */
export function firstBrokenEntry(networkId: string, rows: readonly JournalRow[]): number | null {
  const chain = new Chain(networkId);
  let previous = chain.genesis;
  for (const [index, row] of rows.entries()) {
    const hash = chain.next(previous, String(row.seq), row.entryId, row.kind, row.recordedAt, row.body);
    if (row.seq !== index + 1 || hash !== row.hash) return index + 1;
    previous = hash;
  }
  return null;
}
