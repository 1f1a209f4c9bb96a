import type { SqlExecutor } from '@wakachi/database';
import type { CalendarDate } from '@wakachi/kernel';
import { UnknownTransaction } from '../errors.js';

export interface PostingLine {
  readonly lotId: string;
  readonly lot: string;
  readonly source: string;
  readonly destination: string;
  readonly units: number;
}

/** Another posting that this one takes back, or that takes this one back. */
interface OtherPosting {
  readonly commandId: string;
  readonly voucher: number;
}

/** One command as the journal numbered it, with all that it moved. */
export interface LedgerEntry {
  readonly commandId: string;
  readonly voucher: number;
  readonly kind: string;
  readonly effectiveAt: Date;
  readonly recordedAt: Date;
  readonly actorId: string | null;
  readonly actorName: string | null;
  readonly reason: string | null;
  readonly reverses: OtherPosting | null;
  readonly reversedBy: OtherPosting | null;
  readonly lines: readonly PostingLine[];
}

export interface PostingFilter {
  /** The donor, hub or group on either side. */
  readonly placeId?: string | undefined;
  readonly lotId?: string | undefined;
  readonly kind?: string | undefined;
  /** Japanese days on which it took effect, both included. */
  readonly from?: CalendarDate | undefined;
  readonly to?: CalendarDate | undefined;
}

export interface PageByVoucher {
  /** The last voucher that the caller has; null at the beginning. */
  readonly after: number | null;
  readonly backwards: boolean;
  readonly limit: number;
}

interface EntryRow {
  command_id: string;
  voucher: string;
  kind: string;
  effective_at: Date;
  recorded_at: Date;
  actor_id: string | null;
  actor_name: string | null;
  reason: string | null;
  reverses: OtherPosting | null;
  reversed_by: OtherPosting | null;
}

const ENTRIES = `
  SELECT t.command_id, j.voucher, t.kind, t.effective_at, t.recorded_at, t.actor_id, p.display_name AS actor_name, t.reason,
         CASE WHEN o.voucher IS NOT NULL THEN jsonb_build_object('commandId', o.entry_id, 'voucher', o.voucher) END AS reverses,
         CASE WHEN r.voucher IS NOT NULL THEN jsonb_build_object('commandId', r.entry_id, 'voucher', r.voucher) END AS reversed_by
    FROM journal_entry j
    JOIN ledger_transaction t ON t.network_id = j.network_id AND t.command_id = j.entry_id
    LEFT JOIN person p ON p.network_id = t.network_id AND p.id = t.actor_id
    LEFT JOIN journal_entry o ON o.network_id = t.network_id AND o.entry_id = t.reverses
    LEFT JOIN ledger_transaction u ON u.network_id = t.network_id AND u.reverses = t.command_id
    LEFT JOIN journal_entry r ON r.network_id = u.network_id AND r.entry_id = u.command_id
   WHERE j.voucher IS NOT NULL`;

const MOVES_OF = (condition: string) =>
  `EXISTS (SELECT 1 FROM ledger_posting m WHERE m.network_id = t.network_id AND m.command_id = t.command_id AND ${condition})`;

const FILTERS = `
     AND ($1::uuid IS NULL OR ${MOVES_OF(`EXISTS (SELECT 1 FROM ledger_account a WHERE a.network_id = m.network_id AND a.place_id = $1 AND a.id IN (m.source_id, m.destination_id))`)})
     AND ($2::uuid IS NULL OR ${MOVES_OF('m.lot_id = $2')})
     AND ($3::text IS NULL OR t.kind = $3)
     AND ($4::timestamptz IS NULL OR t.effective_at >= $4)
     AND ($5::timestamptz IS NULL OR t.effective_at < $5::timestamptz + interval '1 day')`;

/** One page, by voucher. */
export async function postingsPage(tx: SqlExecutor, filter: PostingFilter, page: PageByVoucher): Promise<LedgerEntry[]> {
  const rows = await tx.query<EntryRow[]>(
    `${ENTRIES} ${FILTERS} AND ($6::bigint IS NULL OR j.voucher ${page.backwards ? '<' : '>'} $6)
      ORDER BY j.voucher ${page.backwards ? 'DESC' : 'ASC'} LIMIT $7`,
    [
      ...[filter.placeId ?? null, filter.lotId ?? null, filter.kind ?? null, startOf(filter.from), startOf(filter.to)],
      ...[page.after, page.limit],
    ],
  );
  return withLines(tx, rows);
}

/** Throws UnknownTransaction. */
export async function findPosting(tx: SqlExecutor, commandId: string): Promise<LedgerEntry> {
  const [entry] = await withLines(tx, await tx.query<EntryRow[]>(`${ENTRIES} AND j.entry_id = $1`, [commandId]));
  if (!entry) throw new UnknownTransaction(commandId);
  return entry;
}

function startOf(day: CalendarDate | undefined): string | null {
  return day === undefined ? null : `${day}T00:00:00+09:00`;
}

async function withLines(tx: SqlExecutor, rows: readonly EntryRow[]): Promise<LedgerEntry[]> {
  const lines = await linesOf(
    tx,
    rows.map((row) => row.command_id),
  );
  return rows.map((row) => ({
    commandId: row.command_id,
    voucher: Number(row.voucher),
    kind: row.kind,
    effectiveAt: row.effective_at,
    recordedAt: row.recorded_at,
    actorId: row.actor_id,
    actorName: row.actor_name,
    reason: row.reason,
    reverses: row.reverses,
    reversedBy: row.reversed_by,
    lines: lines.get(row.command_id) ?? [],
  }));
}

async function linesOf(tx: SqlExecutor, commandIds: readonly string[]): Promise<Map<string, PostingLine[]>> {
  const rows = await tx.query<{ command_id: string; lot_id: string; lot: string; source: string; destination: string; quantity: string }[]>(
    `SELECT m.command_id, m.lot_id, l.label AS lot, s.label AS source, d.label AS destination, m.quantity
       FROM ledger_posting m
       JOIN ledger_lot l ON l.network_id = m.network_id AND l.id = m.lot_id
       JOIN ledger_account s ON s.network_id = m.network_id AND s.id = m.source_id
       JOIN ledger_account d ON d.network_id = m.network_id AND d.id = m.destination_id
      WHERE m.command_id = ANY ($1) ORDER BY m.command_id, m.ordinal`,
    [commandIds],
  );
  const byCommand = new Map<string, PostingLine[]>();
  for (const { command_id, lot_id, lot, source, destination, quantity } of rows) {
    const line = { lotId: lot_id, lot, source, destination, units: Number(quantity) };
    byCommand.set(command_id, [...(byCommand.get(command_id) ?? []), line]);
  }
  return byCommand;
}
