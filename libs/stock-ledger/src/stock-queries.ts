import type { SqlExecutor } from '@wakachi/database';
import type { AccountKind } from './account.js';

export interface StockLine {
  readonly lotId: string;
  readonly accountId: string;
  readonly units: number;
}

export interface Discrepancy {
  readonly problem: string;
  readonly accountId: string | null;
  readonly lotId: string | null;
  readonly expected: number | null;
  readonly found: number | null;
}

/** Units of the transaction's network in each kind of account, folded from the postings themselves. */
export async function unitsByKind(tx: SqlExecutor): Promise<ReadonlyMap<AccountKind, number>> {
  const rows = await tx.query<{ kind: AccountKind; units: string }[]>(
    `SELECT a.kind, sum(moved.units) AS units
       FROM (SELECT destination_id AS account_id, quantity AS units FROM ledger_posting
             UNION ALL SELECT source_id, -quantity FROM ledger_posting) moved
       JOIN ledger_account a ON a.id = moved.account_id
      GROUP BY a.kind`,
  );
  return new Map(rows.map((row) => [row.kind, Number(row.units)]));
}

/** What each lot's balance in one account is now; lots at zero are left out. */
export async function stockOf(tx: SqlExecutor, accountId: string): Promise<StockLine[]> {
  const rows = await tx.query<{ lot_id: string; quantity: string }[]>(
    `SELECT lot_id, quantity FROM ledger_balance WHERE account_id = $1 AND quantity <> 0 ORDER BY lot_id`,
    [accountId],
  );
  return rows.map((row) => ({ lotId: row.lot_id, accountId, units: Number(row.quantity) }));
}

/** The balance at the end of an instant, folded from the postings that had taken effect by then. */
export async function balanceAt(tx: SqlExecutor, accountId: string, lotId: string, instant: Date): Promise<number> {
  const [row] = await tx.query<{ units: string }[]>(
    `SELECT coalesce(sum(CASE WHEN p.destination_id = $1 THEN p.quantity ELSE -p.quantity END), 0) AS units
       FROM ledger_posting p JOIN ledger_transaction t ON t.network_id = p.network_id AND t.command_id = p.command_id
      WHERE p.lot_id = $2 AND (p.destination_id = $1 OR p.source_id = $1) AND t.effective_at <= $3`,
    [accountId, lotId, instant],
  );
  return Number(row?.units ?? 0);
}

/** Every way in which the network's balances disagree with its postings; empty means that no unit appeared or vanished. */
export async function discrepancies(tx: SqlExecutor): Promise<Discrepancy[]> {
  const rows = await tx.query<
    { problem: string; account_id: string | null; lot_id: string | null; expected: string | null; found: string | null }[]
  >('SELECT problem, account_id, lot_id, expected, found FROM ledger_discrepancies() ORDER BY 1, 2, 3');
  return rows.map((row) => ({
    problem: row.problem,
    accountId: row.account_id,
    lotId: row.lot_id,
    expected: row.expected === null ? null : Number(row.expected),
    found: row.found === null ? null : Number(row.found),
  }));
}

export interface Whereabouts {
  readonly kind: AccountKind;
  /** The account in words, e.g. 「東京拠点 在庫」. */
  readonly label: string;
  readonly units: number;
}

/** Every account that holds units of one lot, in the order of the flow. */
export async function whereabouts(tx: SqlExecutor, lotId: string): Promise<Whereabouts[]> {
  const rows = await tx.query<{ kind: AccountKind; label: string; units: string }[]>(
    `SELECT a.kind, a.label, sum(b.quantity) AS units FROM ledger_balance b JOIN ledger_account a ON a.network_id = b.network_id AND a.id = b.account_id
      WHERE b.lot_id = $1 AND b.quantity > 0 GROUP BY a.kind, a.label ORDER BY a.kind COLLATE "C", a.label COLLATE "C"`,
    [lotId],
  );
  return rows.map((row) => ({ ...row, units: Number(row.units) }));
}
