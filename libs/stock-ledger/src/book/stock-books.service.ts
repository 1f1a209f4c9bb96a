import { Injectable } from '@nestjs/common';
import { Database, type SqlExecutor } from '@wakachi/database';
import { UnknownAccount, UnknownLot } from '../errors.js';
import { type Month, monthAfter, startOfMonth } from '../periods/month.js';
import { movements, openedLots, stockAccounts } from './book-queries.js';
import { BookTooLong } from './errors.js';
import { printStockBook } from './print-stock-book.js';
import { bookOfLots, type StockBook, totalsOf } from './stock-book.js';

/** Some seventy pages, which take some three seconds to lay out. */
const MOST_LINES = 3_000;

export interface BookFilter {
  readonly month: Month;
  /** A hub or a group. */
  readonly placeId?: string | undefined;
  readonly lotId?: string | undefined;
}

@Injectable()
export class StockBooks {
  constructor(private readonly db: Database) {}

  /** Throws UnknownAccount for a place without stock, UnknownLot, BookTooLong. */
  of(networkId: string, filter: BookFilter): Promise<StockBook> {
    const { month, placeId = null, lotId = null } = filter;
    return this.db.inNetwork(networkId, async (tx) => {
      const place = placeId === null ? null : await placeLabel(tx, placeId);
      if (lotId !== null) await assertLot(tx, lotId);
      const accountIds = await stockAccounts(tx, placeId);
      const scope = { from: startOfMonth(month), to: startOfMonth(monthAfter(month)), accountIds, lotId };
      const moved = await movements(tx, scope, MOST_LINES + 1);
      const opened = await openedLots(tx, scope);
      if (moved.length + opened.length > MOST_LINES) throw new BookTooLong(MOST_LINES);
      const lots = bookOfLots(opened, moved);
      return { month, place, ...(await networkNow(tx, scope.to)), lots, totals: totalsOf(lots) };
    });
  }

  /** The same on paper: PDF, the same bytes for the same book. */
  async print(networkId: string, filter: BookFilter): Promise<Buffer> {
    return printStockBook(await this.of(networkId, filter));
  }
}

/** The words of the place's own stock, e.g. 「東京拠点 在庫」. */
async function placeLabel(tx: SqlExecutor, placeId: string): Promise<string> {
  const [row] = await tx.query<{ label: string }[]>(
    `SELECT label FROM ledger_account WHERE place_id = $1 AND kind IN ('hub-on-hand', 'group-on-hand') ORDER BY kind LIMIT 1`,
    [placeId],
  );
  if (!row) throw new UnknownAccount(placeId);
  return row.label;
}

async function assertLot(tx: SqlExecutor, lotId: string): Promise<void> {
  const rows = await tx.query<unknown[]>('SELECT 1 FROM ledger_lot WHERE id = $1', [lotId]);
  if (rows.length === 0) throw new UnknownLot(lotId);
}

async function networkNow(tx: SqlExecutor, end: Date): Promise<{ network: string; closed: boolean }> {
  const [row] = await tx.query<[{ name: string; closed: boolean }]>(
    'SELECT n.name, h.closed_before >= $1 AS closed FROM network n JOIN journal_head h ON h.network_id = n.id',
    [end],
  );
  return { network: row.name, closed: row.closed };
}
