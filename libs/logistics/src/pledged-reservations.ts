import type { SqlExecutor } from '@wakachi/database';
import type { Lot } from '@wakachi/donations';

export interface PledgedReservations {
  /** Awards that rest on the donor's pledge, by award id; the label is their account's. */
  readonly reserved: readonly { readonly awardId: string; readonly units: number; readonly label: string }[];
  /** Units pledged and reserved for nobody. */
  readonly pledged: number;
}

/** What the donor of a lot still owes, as the ledger says. */
export async function pledgedReservations(tx: SqlExecutor, lot: Lot): Promise<PledgedReservations> {
  const rows = await tx.query<{ kind: string; reference_id: string | null; label: string; quantity: string }[]>(
    `SELECT a.kind, a.reference_id, a.label, b.quantity
       FROM ledger_balance b JOIN ledger_account a ON a.network_id = b.network_id AND a.id = b.account_id
      WHERE b.lot_id = $1 AND a.place_id = $2 AND a.kind IN ('award-reserved', 'donor-pledged') AND b.quantity > 0
      ORDER BY a.reference_id`,
    [lot.id, lot.donorId],
  );
  return {
    reserved: rows.flatMap(({ reference_id: awardId, quantity, label }) =>
      awardId === null ? [] : [{ awardId, units: Number(quantity), label }],
    ),
    pledged: Number(rows.find((row) => row.kind === 'donor-pledged')?.quantity ?? 0),
  };
}
