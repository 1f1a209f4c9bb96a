import type { CategoryId, QualificationKind } from '@wakachi/catalogue';
import type { Bilingual, CalendarDate, TemperatureClass } from '@wakachi/kernel';

/** A qualification as the register declares it. Open ends are null; a lapsed one is listed with its dates all the same. */
export interface DeclaredQualification {
  readonly kind: QualificationKind;
  readonly validFrom: CalendarDate | null;
  readonly validUntil: CalendarDate | null;
}

export interface Refusals {
  readonly categories: CategoryId[];
  readonly temperatures: TemperatureClass[];
}

/** 納品先: 同上, not yet known, or an address of its own as written. */
export type DeliverySite = 'same-as-address' | 'to-be-confirmed' | { readonly address: string };

export type AttentionCode =
  | 'refusal-ambiguous'
  | 'refusal-unknown'
  | 'site-to-be-confirmed'
  | 'corporate-number-check-digit'
  | 'agreement-without-expiry'
  | 'agreement-lapsed';

/** Something that a coordinator should settle with the group; it changes nothing by itself. */
export interface Attention {
  readonly code: AttentionCode;
  readonly text: string;
  readonly message: Bilingual;
}

/** One group of the register. Blank is null: not declared, never 0. */
export interface GroupLine {
  readonly rowNumber: number;
  readonly code: string;
  readonly name: string;
  readonly kana: string;
  readonly legalForm: string;
  readonly corporateNumber: string | null;
  readonly activity: string;
  /** Seven digits, no hyphen. */
  readonly postcode: string;
  /** JIS X 0401, two digits. */
  readonly prefecture: string;
  readonly city: string;
  readonly street: string;
  readonly phone: string | null;
  readonly mail: string | null;
  readonly households: number;
  readonly children: number | null;
  readonly capacityMillilitres: Readonly<Record<TemperatureClass, number | null>>;
  /** 0 = Sunday … 6 = Saturday; empty when none is declared. */
  readonly receivingWeekdays: number[];
  readonly receivingHalfDay: 'morning' | 'afternoon' | 'any' | null;
  readonly refuses: Refusals;
  readonly allergyHandling: boolean | null;
  readonly qualifications: DeclaredQualification[];
  readonly forklift: boolean | null;
  readonly largestVehicle: string;
  readonly contactBy: string;
  readonly fax: string | null;
  readonly site: DeliverySite;
  readonly attention: Attention[];
}
