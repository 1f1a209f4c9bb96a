import type { SqlExecutor } from '@wakachi/database';
import type { Movement, OpenedLot } from './stock-book.js';

export interface BookScope {
  readonly from: Date;
  readonly to: Date;
  /** The accounts that the book is about. */
  readonly accountIds: readonly string[];
  readonly lotId: string | null;
}

/** Accounts of goods that are in the network's hands, or in one place's; what only a donor promised is not, also when it is reserved. */
export async function stockAccounts(tx: SqlExecutor, placeId: string | null): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(
    `SELECT a.id FROM ledger_account a
      WHERE a.kind IN ('hub-on-hand', 'award-reserved', 'shipment-in-transit', 'group-on-hand') AND ($1::uuid IS NULL OR a.place_id = $1)
        AND NOT EXISTS (SELECT 1 FROM ledger_account d WHERE d.network_id = a.network_id AND d.kind = 'donor-source' AND d.place_id = a.place_id)`,
    [placeId],
  );
  return rows.map((row) => row.id);
}

/** The accounts come as an array, which the server hashes, however little it knows of a ledger that has grown since it last looked. */
const MOVES = `
  WITH moves AS (
    SELECT p.network_id, p.command_id, p.ordinal, p.lot_id, p.destination_id = ANY ($1::uuid[]) AS comes_in, p.quantity,
           CASE WHEN p.destination_id = ANY ($1::uuid[]) THEN p.source_id ELSE p.destination_id END AS counter_id, t.effective_at
      FROM ledger_posting p
      JOIN ledger_transaction t ON t.network_id = p.network_id AND t.command_id = p.command_id
     WHERE (p.destination_id = ANY ($1::uuid[])) <> (p.source_id = ANY ($1::uuid[]))
       AND ($2::uuid IS NULL OR p.lot_id = $2) AND t.effective_at < $4)`;

const parameters = ({ accountIds, lotId, from, to }: BookScope) => [accountIds, lotId, from, to];

/** The lots that had any stock at the start or moved before the end. */
export async function openedLots(tx: SqlExecutor, scope: BookScope): Promise<OpenedLot[]> {
  const rows = await tx.query<{ lot_id: string; label: string; opening: string }[]>(
    `${MOVES}
     SELECT m.lot_id, l.label, coalesce(sum(CASE WHEN m.comes_in THEN m.quantity ELSE -m.quantity END) FILTER (WHERE m.effective_at < $3), 0) AS opening
       FROM moves m JOIN ledger_lot l ON l.network_id = m.network_id AND l.id = m.lot_id
      GROUP BY m.lot_id, l.label
     HAVING bool_or(m.effective_at >= $3) OR sum(CASE WHEN m.comes_in THEN m.quantity ELSE -m.quantity END) <> 0
      ORDER BY l.label COLLATE "C", m.lot_id`,
    parameters(scope),
  );
  return rows.map((row) => ({ lotId: row.lot_id, lot: row.label, opening: Number(row.opening) }));
}

interface MovementRow {
  lot_id: string;
  command_id: string;
  day: string;
  voucher: string;
  kind: string;
  counter: string;
  reason: string | null;
  reverses_voucher: string | null;
  comes_in: boolean;
  quantity: string;
}

/** By day, then by voucher: what is entered late stands at the day on which it happened. */
export async function movements(tx: SqlExecutor, scope: BookScope, most: number): Promise<Movement[]> {
  const rows = await tx.query<MovementRow[]>(
    `${MOVES}
     SELECT m.lot_id, m.command_id, to_char(m.effective_at AT TIME ZONE 'Asia/Tokyo', 'YYYY-MM-DD') AS day, j.voucher, t.kind,
            c.label AS counter, t.reason, r.voucher AS reverses_voucher, m.comes_in, m.quantity
       FROM moves m
       JOIN ledger_transaction t ON t.network_id = m.network_id AND t.command_id = m.command_id
       JOIN journal_entry j ON j.network_id = m.network_id AND j.entry_id = m.command_id
       LEFT JOIN journal_entry r ON r.network_id = t.network_id AND r.entry_id = t.reverses
       JOIN ledger_account c ON c.network_id = m.network_id AND c.id = m.counter_id
      WHERE m.effective_at >= $3
      ORDER BY day, j.voucher, m.ordinal LIMIT $5`,
    [...parameters(scope), most],
  );
  return rows.map((row) => ({
    lotId: row.lot_id,
    day: row.day,
    voucher: Number(row.voucher),
    commandId: row.command_id,
    kind: row.kind,
    counterAccount: row.counter,
    reason: row.reason,
    reversesVoucher: row.reverses_voucher === null ? null : Number(row.reverses_voucher),
    received: row.comes_in ? Number(row.quantity) : 0,
    issued: row.comes_in ? 0 : Number(row.quantity),
  }));
}
