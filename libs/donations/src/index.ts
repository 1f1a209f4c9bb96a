import { Donor } from './donor.entity.js';
import { Lot } from './lot.entity.js';
import { LotHold } from './lot-hold.entity.js';
import { Offer } from './offer.entity.js';

export { availableLots } from './available-lots.js';
export { DonationsModule } from './donations.module.js';
export { Donors } from './donors.service.js';
export { DONATIONS_ENTITIES } from './entities.js';
export { DonorNameTaken, DonorNotFound, type OfferFault, OfferInUse, OfferNotFound, OfferRefused, OfferWithdrawn } from './errors.js';
export { HoldAlreadyRead } from './lot-hold.entity.js';
export { HoldNotFound, LotHolds, LotNotFound, LotNotLabelled } from './lot-holds.service.js';
export type { OfferForm } from './offer-form/offer-form.js';
export { type HubDirectory, type ImportedOffers, OfferImport, UnknownHub } from './offer-import.service.js';
export { readOfferSheet } from './offer-sheet/read-offer-sheet.js';
export { Offers } from './offers.service.js';
export { Donor, Lot, LotHold, Offer };
