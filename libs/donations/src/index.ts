import { Item } from '@wakachi/catalogue';
import { Donor } from './donor.entity.js';
import { Lot } from './lot.entity.js';
import { LotHold } from './lot-hold.entity.js';
import { Offer } from './offer.entity.js';

export const DONATIONS_ENTITIES = [Item, Donor, Offer, Lot, LotHold];
export { availableLots } from './available-lots.js';
export { DonationsModule } from './donations.module.js';
export { HoldAlreadyRead } from './lot-hold.entity.js';
export { HoldNotFound, LotHolds, LotNotFound, LotNotLabelled } from './lot-holds.service.js';
export { type HubDirectory, type ImportedOffers, OfferImport, UnknownHub } from './offer-import.service.js';
export { readOfferSheet } from './offer-sheet/read-offer-sheet.js';
export { Donor, Lot, LotHold, Offer };
