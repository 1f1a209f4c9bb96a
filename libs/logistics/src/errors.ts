import { DomainError } from '@wakachi/kernel';
import { messages } from './messages.js';

export class HubNotFound extends DomainError {
  constructor(hubId: string) {
    super('hub-not-found', 'not-found', messages('hub-not-found'), { hubId });
  }
}

export class ReceiptNotFound extends DomainError {
  constructor(receiptId: string) {
    super('receipt-not-found', 'not-found', messages('receipt-not-found'), { receiptId });
  }
}

export class ShipmentNotFound extends DomainError {
  constructor(shipmentId: string) {
    super('shipment-not-found', 'not-found', messages('shipment-not-found'), { shipmentId });
  }
}

export class ShipmentInWrongState extends DomainError {
  constructor(shipmentId: string, status: string, next: string) {
    super('shipment-in-wrong-state', 'conflict', messages('shipment-in-wrong-state', { status, next }), { shipmentId, status, next });
  }
}

/** Nobody knows where to deliver. */
export class SiteNotConfirmed extends DomainError {
  constructor(group: string) {
    super('site-not-confirmed', 'conflict', messages('site-not-confirmed', { group }), { group });
  }
}

/** Part of it still rests on the donor's pledge. */
export class NotCountedIn extends DomainError {
  constructor(lot: string, units: number) {
    super('not-counted-in', 'conflict', messages('not-counted-in', { lot, units }), { lot, units });
  }
}

export class ReceiptDoesNotAddUp extends DomainError {
  constructor(lot: string, units: number, counts: { received: number; short: number; damaged: number }) {
    super('receipt-does-not-add-up', 'invalid', messages('receipt-does-not-add-up', { lot, units, ...counts }), { lot, units, ...counts });
  }
}

export class ReceiptLineMissing extends DomainError {
  constructor(shipmentLineId: string) {
    super('receipt-line-missing', 'invalid', messages('receipt-line-missing'), { shipmentLineId });
  }
}

/** A count for a line that the shipment does not have, or a second count for one. */
export class ReceiptLineUnknown extends DomainError {
  constructor(shipmentLineId: string) {
    super('receipt-line-unknown', 'invalid', messages('receipt-line-unknown'), { shipmentLineId });
  }
}

export class LotNotOfHub extends DomainError {
  constructor(lotId: string, hubId: string) {
    super('lot-not-of-hub', 'invalid', messages('lot-not-of-hub'), { lotId, hubId });
  }
}
