export type { DateLabel, HoldCode, HoldReason, LotCondition, OfferLine } from './offer-line.js';
export { readOfferSheet } from './read-offer-sheet.js';
