import { type Category, categoryNamed } from '@wakachi/catalogue';
import { choice, complete, day, gramsFromKilograms, orBlank, requiredText, text, wholeNumber } from '@wakachi/exchange';
import type { CalendarDate, TemperatureClass } from '@wakachi/kernel';
import { readAllergens } from './allergens.js';
import type { OfferRow } from './columns.js';
import { readConditions } from './conditions.js';
import { readDateLabel } from './date-label.js';
import { noteUnlikeCodes, readCaseMillilitres, readCode } from './goods.js';
import { expectation, message } from './messages.js';
import { readMinimum } from './minimum.js';
import type { HoldReason, OfferLine } from './offer-line.js';

const TEMPERATURES = choice<TemperatureClass>({ 常温: 'ambient', 冷蔵: 'chilled', 冷凍: 'frozen', チルド: 'chilled' });
const PAYERS = choice<'donor' | 'coordinator'>({
  寄贈企業: 'donor',
  寄付企業: 'donor',
  企業: 'donor',
  元払い: 'donor',
  事務局: 'coordinator',
});
const yen = orBlank(wholeNumber({ min: 0, suffix: '円' }));

/** Null when something in the row is unread; its issues are noted on the row. */
export function readOfferLine(row: OfferRow, position: number, asOf: CalendarDate): OfferLine | null {
  const goods = readGoods(row, asOf);
  const terms = readTerms(row);
  const heldBecause = [...goods.held, ...terms.held];
  const { held: _goodsHeld, ...goodsFields } = goods;
  const { held: _termsHeld, ...termsFields } = terms;
  return complete<OfferLine>({
    rowNumber: row.rowNumber,
    lineNumber: row.isBlank('lineNumber') ? position : row.read('lineNumber', wholeNumber({ min: 1 })),
    donorName: row.read('donorName', requiredText(200)),
    department: row.read('department', text(200)),
    ...goodsFields,
    ...termsFields,
    heldBecause,
  });
}

function readGoods(row: OfferRow, asOf: CalendarDate) {
  const categoryText = row.read('category', requiredText(50));
  const category = categoryText === undefined ? null : categoryNamed(categoryText);
  const food = category?.food ?? true;
  const allergens = readDeclaredAllergens(row, category);
  const gtin = readCode(row, 'gtin');
  const itf = readCode(row, 'itf');
  noteUnlikeCodes(row, gtin, itf);
  return {
    itemName: row.read('itemName', requiredText(200)),
    category: category?.id ?? null,
    categoryText,
    food,
    gtin,
    itf,
    unitsPerCase: row.read('unitsPerCase', wholeNumber({ min: 1, max: 99_999, suffix: '入' })),
    cases: row.read('cases', wholeNumber({ min: 1, max: 999_999 })),
    temperature: row.read('temperature', TEMPERATURES),
    // An unknown category is held for a person anyway: it might be daily goods, which need no date.
    dateLabel: readDateLabel(row, category?.food ?? false, asOf),
    caseMillilitres: readCaseMillilitres(row),
    caseGrams: row.read('caseWeight', orBlank(gramsFromKilograms)),
    allergens: allergens?.allergens,
    held: [...unknownCategory(categoryText, category), ...(allergens?.held ?? [])],
  };
}

function readTerms(row: OfferRow) {
  const conditionText = row.read('condition', text());
  const minimumText = row.read('minimum', text(100));
  const { conditions, held } = readConditions(conditionText ?? '');
  const minimum = readMinimum(minimumText ?? '');
  const hub = row.read('hub', text(100));
  return {
    donationReason: row.read('donationReason', text(200)),
    hub: hub === '' || hub === '直送' ? null : hub,
    minCasesPerGroup: minimum.minCasesPerGroup,
    minimumText,
    conditions,
    conditionText,
    referenceRetailYen: row.read('referenceRetail', yen),
    bookYen: row.read('book', yen),
    freightPaidBy: row.read('freight', PAYERS),
    availableFrom: row.read('availableFrom', orBlank(day)),
    answerWantedBy: row.read('answerWantedBy', orBlank(day)),
    remarks: row.read('remarks', text(1000)),
    held: [...held, ...minimum.held],
  };
}

/** 食品表示基準: food without allergen data can't go to anybody. */
function readDeclaredAllergens(row: OfferRow, category: Category | null) {
  const written = row.read('allergens', text());
  if (written === undefined) return undefined;
  const declared = readAllergens(written);
  if (declared.allergens !== null || !category?.food) return declared;
  row.note('allergens', { code: 'allergens-missing', message: message('allergens-missing'), expected: expectation('allergens') });
  return undefined;
}

function unknownCategory(categoryText: string | undefined, category: Category | null): HoldReason[] {
  if (categoryText === undefined || category !== null) return [];
  return [{ code: 'category-unknown', text: categoryText, message: message('category-unknown', { text: categoryText }) }];
}
