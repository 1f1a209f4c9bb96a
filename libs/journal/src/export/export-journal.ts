import type { Database } from '@wakachi/database';
import { Chain } from '../chain.js';
import type { JournalRow } from '../first-broken-entry.js';
import { entryLine, headerLine } from './format.js';

/** Few enough that a page of the largest postings fits into memory. */
const ENTRIES_AT_ONCE = 500;

type Row = Omit<JournalRow, 'seq'> & { readonly seq: string };

/**
 * A network's journal as `wakachi.journal/1`, some lines at a time; nothing for a network without one. Entries never change, so
 * short reads up to the head of the beginning see what one long transaction would.
 */
export async function* exportJournal(db: Pick<Database, 'inNetwork'>, networkId: string): AsyncGenerator<string> {
  const [head] = await db.inNetwork(networkId, (tx) =>
    tx.query<{ seq: string }[]>('SELECT seq FROM journal_head WHERE network_id = $1', [networkId]),
  );
  if (!head) return;
  const last = Number(head.seq);
  yield `${headerLine({ network: networkId, genesis: new Chain(networkId).genesis, exportedAtSeq: last })}\n`;
  for (let done = 0; done < last; done += ENTRIES_AT_ONCE) {
    const upTo = Math.min(done + ENTRIES_AT_ONCE, last);
    const rows = await db.inNetwork(networkId, (tx) =>
      tx.query<Row[]>(
        `SELECT seq, entry_id AS "entryId", kind, body, encode(hash, 'hex') AS hash,
                to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "recordedAt"
           FROM journal_entry WHERE network_id = $1 AND seq > $2 AND seq <= $3 ORDER BY seq`,
        [networkId, done, upTo],
      ),
    );
    yield rows.map((row) => `${entryLine({ ...row, seq: Number(row.seq) })}\n`).join('');
  }
}
