import type { SqlExecutor } from '@wakachi/database';
import type { Lot } from '@wakachi/donations';
import { accountId, accounts, move, type Posting } from '@wakachi/stock-ledger';
import type { Award } from './award.entity.js';

/** Units of each lot that lie free at its hub, by lot id. */
export async function freeUnits(tx: SqlExecutor, lots: readonly Lot[]): Promise<Map<string, number>> {
  const pooled = lots.flatMap((lot) =>
    lot.hubId === null ? [] : [{ lot: lot.id, account: accountId(lot.networkId, accounts.hubOnHand(lot.hubId)) }],
  );
  const rows = await tx.query<{ lot_id: string; quantity: string }[]>(
    `SELECT lot_id, quantity FROM ledger_balance WHERE (account_id, lot_id) IN (SELECT * FROM unnest($1::uuid[], $2::uuid[]))`,
    [pooled.map((p) => p.account), pooled.map((p) => p.lot)],
  );
  return new Map(rows.map((row) => [row.lot_id, Number(row.quantity)]));
}

/**
 * Reserves what has been counted in first; what is still missing rests on the donor's pledge, and the reservation's place says
 * so until it is counted in.
 */
export function reservePostings(
  networkId: string,
  awards: readonly Award[],
  lotOf: ReadonlyMap<string, Lot>,
  free: Map<string, number>,
): Posting[] {
  return awards.flatMap((award) => {
    const lot = lotOf.get(award.lotId) as Lot;
    const fromHub = lot.hubId === null ? 0 : Math.min(award.units, free.get(lot.id) ?? 0);
    free.set(lot.id, (free.get(lot.id) ?? 0) - fromHub);
    const postings: Posting[] = [];
    if (lot.hubId !== null && fromHub > 0) {
      postings.push(move(networkId, lot.id, accounts.hubOnHand(lot.hubId), accounts.awardReserved(lot.hubId, award.id), fromHub));
    }
    if (award.units > fromHub) {
      postings.push(
        move(networkId, lot.id, accounts.donorPledged(lot.donorId), accounts.awardReserved(lot.donorId, award.id), award.units - fromHub),
      );
    }
    return postings;
  });
}
