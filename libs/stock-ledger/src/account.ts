import { deriveId } from '@wakachi/kernel';

/**
 * Where a unit can be. `donor-source` is the donor's own stock, outside our books; it and `stock-difference`,
 * the counter-account of what a count found, may go below zero. The last five are sinks.
 */
export type AccountKind =
  | 'donor-source'
  | 'donor-pledged'
  | 'hub-on-hand'
  | 'award-reserved'
  | 'shipment-in-transit'
  | 'group-on-hand'
  | 'distributed'
  | 'disposed'
  | 'lost'
  | 'returned'
  | 'stock-difference';

/**
 * An account is (kind, place, award or shipment where it has one). The place of a reservation is where the goods are: at the
 * donor while it rests on a pledge that has not been counted in, at the hub afterwards.
 */
export interface AccountKey {
  readonly kind: AccountKind;
  /** The donor, hub, or group; null for a sink that has no place. */
  readonly placeId: string | null;
  /** The award or shipment. */
  readonly referenceId: string | null;
}

export interface Account extends AccountKey {
  /** For messages: 「東京拠点 在庫」. */
  readonly label: string;
}

/** The same account has the same id everywhere, so a posting names it without a look-up. */
export function accountId(networkId: string, account: AccountKey): string {
  return deriveId('ledger-account', networkId, account.kind, account.placeId ?? '', account.referenceId ?? '');
}
