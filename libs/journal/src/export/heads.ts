import type { SqlExecutor } from '@wakachi/database';

const HEAD_FORMAT = 'wakachi.journal-head/1';

/** How far a network's journal was, kept where whoever can write to the database cannot: it shows a chain that was made anew. */
export interface StoredHead {
  readonly network: string;
  /** 0: there was no entry yet, and the hash is the genesis. */
  readonly seq: number;
  readonly hash: string;
}

/** The heads of all networks. */
export async function currentHeads(db: SqlExecutor): Promise<StoredHead[]> {
  const rows = await db.query<{ network_id: string; seq: string; hash: Buffer }[]>('SELECT network_id, seq, hash FROM journal_heads()');
  return rows.map((row) => ({ network: row.network_id, seq: Number(row.seq), hash: row.hash.toString('hex') }));
}

/** One line of a file of heads, to which every day's are added. */
export function headLine({ network, seq, hash }: StoredHead, takenAt: Date): string {
  return JSON.stringify({ format: HEAD_FORMAT, network, seq, hash, takenAt: takenAt.toISOString() });
}

/** Null unless it is a head; when it was taken is for people. */
export function readHead(line: string): StoredHead | null {
  try {
    const { format, network, seq, hash } = JSON.parse(line) as Record<string, unknown>;
    if (format !== HEAD_FORMAT || typeof network !== 'string' || typeof hash !== 'string' || !/^[0-9a-f]{64}$/.test(hash)) return null;
    return typeof seq === 'number' && Number.isSafeInteger(seq) && seq >= 0 ? { network, seq, hash } : null;
  } catch {
    return null;
  }
}
