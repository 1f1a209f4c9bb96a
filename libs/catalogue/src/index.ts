export { ALLERGEN_MASTERS, type AllergenMaster, allergenMasterOn, allergenNamed } from './allergens.js';
export { CATEGORIES, CATEGORY_IDS, type Category, type CategoryId, categoryNamed } from './categories.js';
export { corporateNumberCheckDigit, isCorporateNumber } from './corporate-number.js';
export { type GtinReading, gtinCheckDigit, readGtin } from './gtin.js';
export { Item } from './items/item.entity.js';
export { PREFECTURES, type Prefecture, prefectureNamed, prefectureWithCode } from './prefectures.js';
export { QUALIFICATION_KINDS, QUALIFICATION_NAMES, type QualificationKind } from './qualifications.js';
export { REGIONS, type Region, regionNamed } from './regions.js';
