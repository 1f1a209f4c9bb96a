import type { CategoryId } from '@wakachi/catalogue';
import type { DateLabelKind, TemperatureClass } from '@wakachi/kernel';

/** One kind of goods that a donor offers, entered by hand: what a line of the sheet says. Left out or null: not said. */
export interface OfferForm {
  readonly donorId: string;
  readonly hubId: string | null;
  readonly itemName: string;
  readonly category: CategoryId;
  readonly gtin?: string | null;
  readonly temperature: TemperatureClass;
  readonly cases: number;
  readonly unitsPerCase: number;
  readonly caseGrams?: number | null;
  readonly caseMillilitres?: number | null;
  /** `YYYY-MM-DD`, or `YYYY-MM` where the package says no more. */
  readonly dateLabel?: { readonly kind: DateLabelKind; readonly date: string } | null;
  /** Names as the law lists them; empty: none are in it. */
  readonly allergens?: readonly string[] | null;
  readonly minCasesPerGroup?: number | null;
  /** The donor's own words: rules that we know, or the lot is held. */
  readonly conditionText?: string | null;
  readonly freightPaidBy: 'donor' | 'coordinator';
  readonly availableFrom?: string | null;
  readonly answerWantedBy?: string | null;
  readonly bookYen?: number | null;
  readonly referenceRetailYen?: number | null;
  readonly department?: string | null;
  readonly donationReason?: string | null;
  readonly remarks?: string | null;
}
