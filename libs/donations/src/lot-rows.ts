import { Item } from '@wakachi/catalogue';
import { deriveId } from '@wakachi/kernel';
import { Lot } from './lot.entity.js';
import { LotHold } from './lot-hold.entity.js';
import { Offer } from './offer.entity.js';
import type { LotCondition, OfferLine } from './offer-sheet/offer-line.js';
import { UNKNOWN_CATEGORY } from './unknown-category.js';

/** Where a line stands: in a sheet, or on a form of its own (`batchId` null). */
interface Origin {
  readonly networkId: string;
  readonly batchId: string | null;
  readonly offerId: string;
  readonly donorId: string;
  readonly hubId: string | null;
  readonly submittedAt: Date;
}

export interface LotRows {
  readonly item: Item;
  readonly offer: Offer;
  readonly lot: Lot;
  readonly holds: LotHold[];
}

/** One line as the rows that it becomes. */
export function lotRows(origin: Origin, line: OfferLine): LotRows {
  const { networkId, batchId, donorId } = origin;
  const item = Object.assign(new Item(), {
    networkId,
    id: deriveId('item', networkId, line.gtin ?? line.itemName),
    gtin: line.gtin,
    itf: line.itf,
    name: line.itemName,
    category: line.category ?? `${UNKNOWN_CATEGORY}${line.categoryText}`,
    food: line.food,
  });
  const offer = Object.assign(new Offer(), {
    networkId,
    id: origin.offerId,
    donorId,
    importBatchId: batchId,
    lineNumber: line.lineNumber,
    department: line.department,
    status: 'lotted' as const,
    donationReason: line.donationReason,
    freightPaidBy: line.freightPaidBy,
    availableFrom: line.availableFrom,
    answerWantedBy: line.answerWantedBy,
    conditionText: line.conditionText,
    remarks: line.remarks,
    submittedAt: origin.submittedAt,
  });
  const lot = Object.assign(new Lot(), {
    networkId,
    id: deriveId('lot', offer.id),
    offerId: offer.id,
    donorId,
    itemId: item.id,
    hubId: origin.hubId,
    lineNumber: line.lineNumber,
    name: line.itemName,
    category: line.category ?? `${UNKNOWN_CATEGORY}${line.categoryText}`,
    food: line.food,
    temperature: line.temperature,
    cases: line.cases,
    unitsPerCase: line.unitsPerCase,
    caseGrams: line.caseGrams,
    caseMillilitres: line.caseMillilitres,
    dateLabel: line.dateLabel?.kind ?? null,
    dateRaw: line.dateLabel?.date.raw ?? null,
    datePrecision: line.dateLabel?.date.precision ?? null,
    effectiveUntil: line.dateLabel?.date.effectiveUntil ?? null,
    allergens: line.allergens,
    minCasesPerGroup: line.minCasesPerGroup,
    ...rulesOf(line.conditions),
    bookUnitYen: line.bookYen,
    referenceUnitYen: line.referenceRetailYen,
    title: 'through-us' as const,
    // Fair value needs an estimate; without one the goods are listed in the notes.
    recognition: line.bookYen === null ? ('notes-only' as const) : ('fair-value' as const),
  });
  const holds = line.heldBecause.map((reason, index) =>
    Object.assign(new LotHold(), {
      networkId,
      id: deriveId('lot-hold', lot.id, index),
      lotId: lot.id,
      code: reason.code,
      text: reason.text,
      messageJa: reason.message.ja,
      messageEn: reason.message.en,
      readBy: null,
      readAt: null,
      resolution: null,
    }),
  );
  return { item, offer, lot, holds };
}

/** Several regions on one lot narrow each other. */
function rulesOf(conditions: readonly LotCondition[]): Pick<Lot, 'requires' | 'prefectures' | 'terms' | 'reportDue'> {
  const regions = conditions.filter((c) => c.kind === 'region').map((c) => c.prefectures);
  const terms = conditions.filter((c) => c.kind === 'term');
  return {
    requires: conditions.filter((c) => c.kind === 'qualification').map((c) => c.qualification),
    prefectures: regions.length === 0 ? null : regions.reduce((kept, next) => kept.filter((code) => next.includes(code))),
    terms: terms.map((c) => c.term),
    reportDue: terms.some((c) => c.reportDue),
  };
}
