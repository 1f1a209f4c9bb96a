import type { Lot } from '@wakachi/donations';
import { accountId, accounts } from '@wakachi/stock-ledger';
import type { FreeStock } from './free-stock.js';
import type { NewAward } from './new-awards.js';

export interface Reservation {
  readonly award: NewAward;
  /** The ledger account that the units come from. */
  readonly sourceId: string;
  /** Where the goods are: the hub when they have been counted in, else the donor. */
  readonly placeId: string;
  readonly units: number;
}

/**
 * Reserves what has been counted in first; what is still missing rests on the donor's pledge, and the reservation's place says
 * so until it is counted in. An award can be two reservations.
 */
export function reservationsOf(awards: readonly NewAward[], lots: readonly Lot[], free: ReadonlyMap<string, FreeStock>): Reservation[] {
  const sources = new Map(lots.map((lot) => [lot.id, sourcesOf(lot, free.get(lot.id)?.atHub ?? 0)]));
  return awards.flatMap((award) => {
    const { hub, donor } = sources.get(award.lotId) as Sources;
    const fromHub = Math.min(award.units, hub.units);
    hub.units -= fromHub;
    return [
      ...(fromHub > 0 ? [{ award, ...hub.place, units: fromHub }] : []),
      ...(award.units > fromHub ? [{ award, ...donor, units: award.units - fromHub }] : []),
    ];
  });
}

type Place = Pick<Reservation, 'sourceId' | 'placeId'>;

interface Sources {
  /** Nothing at the hub for a lot that has none. */
  readonly hub: { units: number; readonly place: Place };
  readonly donor: Place;
}

function sourcesOf({ networkId, donorId, hubId }: Lot, unitsAtHub: number): Sources {
  const donor = { placeId: donorId, sourceId: accountId(networkId, accounts.donorPledged(donorId)) };
  if (hubId === null) return { hub: { units: 0, place: donor }, donor };
  return { hub: { units: unitsAtHub, place: { placeId: hubId, sourceId: accountId(networkId, accounts.hubOnHand(hubId)) } }, donor };
}
