import type { CategoryId, QualificationKind } from '@wakachi/catalogue';
import type { Bilingual, CalendarDate, DateLabelKind, PreciseDate, TemperatureClass } from '@wakachi/kernel';

/** 提供条件: what a donor asks of those who receive a lot. `text` is the donor's own wording. */
export type LotCondition =
  | { readonly kind: 'region'; readonly text: string; readonly prefectures: string[] }
  | { readonly kind: 'qualification'; readonly text: string; readonly qualification: QualificationKind }
  | {
      readonly kind: 'term';
      readonly text: string;
      readonly term: 'no-social-media' | 'no-resale-report-due';
      readonly reportDue: boolean;
    };

type HoldCode = 'condition-not-understood' | 'minimum-not-understood' | 'category-unknown' | 'allergen-unknown';

/** A wording that no rule understands. The lot waits for a person; nobody may pass it over. */
export interface HoldReason {
  readonly code: HoldCode;
  readonly text: string;
  readonly message: Bilingual;
}

export interface DateLabel {
  readonly kind: DateLabelKind;
  readonly date: PreciseDate;
}

/** One line of an offer sheet: so many whole cases of one item, from one donor. */
export interface OfferLine {
  readonly rowNumber: number;
  readonly lineNumber: number;
  readonly donorName: string;
  readonly department: string;
  readonly itemName: string;
  /** Null when the word is unknown: the line is then held, and taken for food until a person decides. */
  readonly category: CategoryId | null;
  readonly categoryText: string;
  readonly food: boolean;
  readonly gtin: string | null;
  readonly itf: string | null;
  readonly unitsPerCase: number;
  readonly cases: number;
  readonly temperature: TemperatureClass;
  readonly dateLabel: DateLabel | null;
  /** From the case's three sides, rounded up: a case never fits into less. */
  readonly caseMillilitres: number | null;
  readonly caseGrams: number | null;
  /** Names as the allergen master lists them; [] is the donor's なし, null is no declaration at all. */
  readonly allergens: string[] | null;
  readonly donationReason: string;
  /** Null for 直送, from the donor straight to the group. */
  readonly hub: string | null;
  readonly minCasesPerGroup: number | null;
  readonly minimumText: string;
  readonly conditions: LotCondition[];
  readonly conditionText: string;
  readonly heldBecause: HoldReason[];
  readonly referenceRetailYen: number | null;
  readonly bookYen: number | null;
  readonly freightPaidBy: 'donor' | 'coordinator';
  readonly availableFrom: CalendarDate | null;
  readonly answerWantedBy: CalendarDate | null;
  readonly remarks: string;
}
