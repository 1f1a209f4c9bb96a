import type { Lot } from '@wakachi/donations';
import { accounts, move, type Posting } from '@wakachi/stock-ledger';
import type { Award } from './award.entity.js';
import type { FreeStock } from './free-stock.js';

/**
 * Reserves what has been counted in first; what is still missing rests on the donor's pledge, and the reservation's place says
 * so until it is counted in.
 */
export function reservePostings(
  networkId: string,
  awards: readonly Award[],
  lotOf: ReadonlyMap<string, Lot>,
  free: ReadonlyMap<string, FreeStock>,
): Posting[] {
  const atHub = new Map([...free].map(([lotId, stock]) => [lotId, stock.atHub]));
  return awards.flatMap((award) => {
    const lot = lotOf.get(award.lotId) as Lot;
    const fromHub = lot.hubId === null ? 0 : Math.min(award.units, atHub.get(lot.id) ?? 0);
    atHub.set(lot.id, (atHub.get(lot.id) ?? 0) - fromHub);
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
