import { Item } from '@wakachi/catalogue';
import { Donor } from './donor.entity.js';
import { Lot } from './lot.entity.js';
import { LotHold } from './lot-hold.entity.js';
import { Offer } from './offer.entity.js';

/** Every table of this lib: what its module registers, and what is held against the migrated schema. */
export const DONATIONS_ENTITIES = [Item, Donor, Offer, Lot, LotHold];
