import { Injectable } from '@nestjs/common';
import type { SqlExecutor } from '@wakachi/database';
import { Clock, canonicalJson } from '@wakachi/kernel';
import { isEntryConflict, JournalEntryConflict } from './errors.js';

export interface JournalHead {
  readonly entries: number;
  /** Lower-case hexadecimal SHA-256 of the last entry; of the network's id when there is none. */
  readonly head: string;
}

/** What the ledger does not say but an auditor asks: who proposed, who approved, what was imported. */
export interface AuditEntry {
  /** Derived from what is recorded, so that a retried step is written once. */
  readonly entryId: string;
  readonly kind: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The append-only, hash-chained journal, one chain per network. Postings enter it by themselves. */
@Injectable()
export class Journal {
  constructor(private readonly clock: Clock) {}

  async open(tx: SqlExecutor, networkId: string): Promise<void> {
    await tx.query('SELECT journal_open($1)', [networkId]);
  }

  /**
   * Appends in the caller's transaction; the same entry again, at whatever time, is the first one. Personal data stays out of
   * `body`: ids only. Throws JournalEntryConflict.
   */
  async append(tx: SqlExecutor, networkId: string, entry: AuditEntry): Promise<void> {
    const { entryId, kind, body } = entry;
    await tx
      .query('SELECT journal_append($1, $2, $3, $4, $5)', [networkId, entryId, kind, canonicalJson(body), this.clock.now()])
      .catch((error: unknown) => {
        throw isEntryConflict(error) ? new JournalEntryConflict(entryId) : error;
      });
  }

  /** The head of the transaction's network. */
  async head(tx: SqlExecutor): Promise<JournalHead> {
    const [row] = await tx.query<{ seq: string; hash: Buffer }[]>('SELECT seq, hash FROM journal_head');
    return { entries: Number(row?.seq ?? 0), head: row?.hash.toString('hex') ?? '' };
  }
}
