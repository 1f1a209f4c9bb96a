import { createHash } from 'node:crypto';

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

/**
 * Recomputes the chain without the database. Returns the sequence number of the first entry that does not hold, or null.
 * Bytes of an entry: previous hash, then network, seq, entry id, kind, time and body, each with its length (4 bytes, big-endian).
 */
export function firstBrokenEntry(networkId: string, rows: readonly JournalRow[]): number | null {
  let previous = createHash('sha256').update(part(networkId)).digest();
  let expected = 1;
  for (const row of rows) {
    const hash = createHash('sha256').update(previous);
    for (const text of [networkId, String(row.seq), row.entryId, row.kind, row.recordedAt, row.body]) hash.update(part(text));
    const digest = hash.digest();
    if (row.seq !== expected || digest.toString('hex') !== row.hash) return expected;
    previous = digest;
    expected += 1;
  }
  return null;
}

function part(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  const length = Buffer.alloc(4);
  length.writeInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}
