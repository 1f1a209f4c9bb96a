import type { SqlExecutor } from '@wakachi/database';
import type { Lot } from '@wakachi/donations';
import { accountId, accounts } from '@wakachi/stock-ledger';

/** Units of a lot that nobody has been awarded: what a reservation can be made from. */
export interface FreeStock {
  readonly atHub: number;
  readonly pledged: number;
}

/** As the ledger says, by lot id; every lot that is asked for is there. By key only: it is read while a round is decided. */
export async function freeStock(tx: SqlExecutor, lots: readonly Lot[]): Promise<ReadonlyMap<string, FreeStock>> {
  const places = lots.map((lot) => ({
    lot: lot.id,
    atHub: lot.hubId === null ? null : accountId(lot.networkId, accounts.hubOnHand(lot.hubId)),
    pledged: accountId(lot.networkId, accounts.donorPledged(lot.donorId)),
  }));
  const pairs = places.flatMap(({ lot, atHub, pledged }) =>
    [atHub, pledged].flatMap((account) => (account === null ? [] : [{ lot, account }])),
  );
  // A subquery for each pair: a join may read every balance of the network.
  const rows = await tx.query<{ account_id: string; lot_id: string; quantity: string | null }[]>(
    `SELECT account_id, lot_id, (SELECT b.quantity FROM ledger_balance b WHERE b.account_id = p.account_id AND b.lot_id = p.lot_id) AS quantity
       FROM unnest($1::uuid[], $2::uuid[]) AS p (account_id, lot_id)`,
    [pairs.map((pair) => pair.account), pairs.map((pair) => pair.lot)],
  );
  const balances = new Map(rows.map((row) => [`${row.account_id} ${row.lot_id}`, Number(row.quantity)]));
  const unitsIn = (account: string | null, lot: string) => balances.get(`${account} ${lot}`) ?? 0;
  return new Map(places.map(({ lot, atHub, pledged }) => [lot, { atHub: unitsIn(atHub, lot), pledged: unitsIn(pledged, lot) }]));
}

/** Whole cases of each lot that are free, by lot id. */
export function freeCases(lots: readonly Lot[], free: ReadonlyMap<string, FreeStock>): ReadonlyMap<string, number> {
  return new Map(
    lots.map((lot) => {
      const { atHub, pledged } = free.get(lot.id) as FreeStock;
      return [lot.id, Math.floor((atHub + pledged) / lot.unitsPerCase)];
    }),
  );
}
