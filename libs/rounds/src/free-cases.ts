import type { SqlExecutor } from '@wakachi/database';
import type { Lot } from '@wakachi/donations';

/** Whole cases of each lot that nobody has been awarded, by lot id: pledged or on hand at a hub, as the ledger says. */
export async function freeCases(tx: SqlExecutor, lots: readonly Lot[]): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.query<{ lot_id: string; units: string }[]>(
    `SELECT b.lot_id, sum(b.quantity) AS units
       FROM ledger_balance b JOIN ledger_account a ON a.network_id = b.network_id AND a.id = b.account_id
      WHERE a.kind IN ('donor-pledged', 'hub-on-hand') AND b.lot_id = ANY ($1::uuid[]) GROUP BY b.lot_id`,
    [lots.map((lot) => lot.id)],
  );
  const units = new Map(rows.map((row) => [row.lot_id, Number(row.units)]));
  return new Map(lots.map((lot) => [lot.id, Math.floor((units.get(lot.id) ?? 0) / lot.unitsPerCase)]));
}
