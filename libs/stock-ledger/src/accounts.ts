import { type AccountKey, accountId } from './account.js';
import type { Posting } from './command.js';

/** Every account that the flow of goods knows, in the order in which a unit passes them. */
export const accounts = {
  /** The donor's own stock, outside our books. */
  donorSource: (donorId: string): AccountKey => ({ kind: 'donor-source', placeId: donorId, referenceId: null }),
  donorPledged: (donorId: string): AccountKey => ({ kind: 'donor-pledged', placeId: donorId, referenceId: null }),
  hubOnHand: (hubId: string): AccountKey => ({ kind: 'hub-on-hand', placeId: hubId, referenceId: null }),
  /** `placeId` is where the goods are: the donor until they are counted in, the hub afterwards. */
  awardReserved: (placeId: string, awardId: string): AccountKey => ({ kind: 'award-reserved', placeId, referenceId: awardId }),
  inTransit: (shipmentId: string): AccountKey => ({ kind: 'shipment-in-transit', placeId: null, referenceId: shipmentId }),
  groupOnHand: (groupId: string): AccountKey => ({ kind: 'group-on-hand', placeId: groupId, referenceId: null }),
  distributed: (groupId: string): AccountKey => ({ kind: 'distributed', placeId: groupId, referenceId: null }),
  disposed: (groupId: string): AccountKey => ({ kind: 'disposed', placeId: groupId, referenceId: null }),
  lost: (): AccountKey => ({ kind: 'lost', placeId: null, referenceId: null }),
  /** What counts of the group's stock found missing, less what they found too much. */
  stockDifference: (groupId: string): AccountKey => ({ kind: 'stock-difference', placeId: groupId, referenceId: null }),
};

/** `units` of a lot from one account to another. */
export function move(networkId: string, lotId: string, source: AccountKey, destination: AccountKey, units: number): Posting {
  return { lotId, sourceId: accountId(networkId, source), destinationId: accountId(networkId, destination), units };
}
