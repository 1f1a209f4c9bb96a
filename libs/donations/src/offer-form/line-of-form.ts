import { allergenNamed, CATEGORIES, readGtin } from '@wakachi/catalogue';
import { type CalendarDate, calendarDate, lastDayOfMonth, type PreciseDate } from '@wakachi/kernel';
import { type OfferFault, OfferRefused } from '../errors.js';
import { readConditions } from '../offer-sheet/conditions.js';
import { brokenLabelRule } from '../offer-sheet/date-label.js';
import { expectation, message } from '../offer-sheet/messages.js';
import type { DateLabel, OfferLine } from '../offer-sheet/offer-line.js';
import type { OfferForm } from './offer-form.js';

interface Place {
  readonly lineNumber: number;
  readonly donorName: string;
  readonly asOf: CalendarDate;
}

/** A form as the line that a sheet would have: the same rules hold for both. Throws OfferRefused with everything that is wrong. */
export function lineOfForm(form: OfferForm, { lineNumber, donorName, asOf }: Place): OfferLine {
  const faults: OfferFault[] = [];
  const category = CATEGORIES.find(({ id }) => id === form.category);
  const food = category?.food ?? true;
  const dateLabel = labelOf(form, food, asOf, faults);
  const allergens = allergensOf(form, food, faults);
  const gtin = gtinOf(form, faults);
  if (faults.length > 0) throw new OfferRefused(faults);
  const conditionText = form.conditionText ?? '';
  const { conditions, held } = readConditions(conditionText);
  return {
    ...{ rowNumber: 1, lineNumber, donorName, department: form.department ?? '', itemName: form.itemName },
    ...{ category: form.category, categoryText: category?.ja ?? form.category, food, gtin, itf: null },
    ...{ unitsPerCase: form.unitsPerCase, cases: form.cases, temperature: form.temperature, dateLabel, allergens },
    caseMillilitres: form.caseMillilitres ?? null,
    caseGrams: form.caseGrams ?? null,
    donationReason: form.donationReason ?? '',
    hub: null,
    minCasesPerGroup: form.minCasesPerGroup ?? null,
    minimumText: '',
    ...{ conditions, conditionText, heldBecause: held },
    referenceRetailYen: form.referenceRetailYen ?? null,
    bookYen: form.bookYen ?? null,
    freightPaidBy: form.freightPaidBy,
    availableFrom: form.availableFrom ?? null,
    answerWantedBy: form.answerWantedBy ?? null,
    remarks: form.remarks ?? '',
  };
}

function labelOf({ dateLabel }: OfferForm, food: boolean, asOf: CalendarDate, faults: OfferFault[]): DateLabel | null {
  if (!dateLabel) {
    if (food) faults.push({ pointer: '/dateLabel', text: message('label-missing') });
    return null;
  }
  const date = preciseDate(dateLabel.date);
  const label = date && { kind: dateLabel.kind, date };
  const broken = label && brokenLabelRule(label, asOf);
  if (label === null) faults.push({ pointer: '/dateLabel/date', text: expectation('full-date') });
  else if (broken) faults.push({ pointer: '/dateLabel/date', text: message(broken, { date: label.date.effectiveUntil, asOf }) });
  return label;
}

function preciseDate(raw: string): PreciseDate | null {
  const [year, month, day] = raw.split('-').map(Number) as [number, number, number?];
  const effectiveUntil = day === undefined ? lastDayOfMonth(year, month) : calendarDate(year, month, day);
  return effectiveUntil === null ? null : { raw, precision: day === undefined ? 'month' : 'day', effectiveUntil };
}

function allergensOf({ allergens }: OfferForm, food: boolean, faults: OfferFault[]): string[] | null {
  if (!allergens) {
    if (food) faults.push({ pointer: '/allergens', text: message('allergens-missing') });
    return null;
  }
  const names = allergens.map((word, i) => {
    const name = allergenNamed(word);
    if (name === null) faults.push({ pointer: `/allergens/${i}`, text: message('allergen-unknown', { text: word }) });
    return name ?? word;
  });
  return [...new Set(names)];
}

function gtinOf({ gtin }: OfferForm, faults: OfferFault[]): string | null {
  if (!gtin) return null;
  const read = readGtin(gtin);
  if (read.ok && read.checkDigitRight) return read.gtin;
  const code = read.ok ? 'gtin-check-digit' : read.reason === 'scientific-notation' ? 'gtin-scientific' : 'gtin-unreadable';
  faults.push({ pointer: '/gtin', text: message(code, { found: gtin }) });
  return null;
}
