import type { CalendarDate, TemperatureClass } from '@wakachi/kernel';

export const MEASURES = ['cases', 'units', 'grams', 'yen'] as const;
export const POLICIES = ['leximin', 'pro-rata', 'queue', 'lot-by-lot', 'choice'] as const;
export const EFFORTS = ['quick', 'thorough'] as const;

/** What a fill level counts. */
export type Measure = (typeof MEASURES)[number];
export type PolicyName = (typeof POLICIES)[number];
export type Effort = (typeof EFFORTS)[number];

/** `wakachi.problem/1` as docs/contracts/allocation.md gives it. All quantities are whole numbers. */
export interface Problem {
  readonly format: 'wakachi.problem/1';
  readonly seed: string;
  readonly arrivalDate: CalendarDate;
  readonly measure: Measure;
  readonly policy?: PolicyName;
  readonly effort?: Effort;
  readonly slack?: string;
  readonly lots: readonly ProblemLot[];
  readonly groups: readonly ProblemGroup[];
  readonly lanes?: readonly ProblemLane[];
  readonly requests?: readonly ProblemRequest[];
  readonly locks?: readonly ProblemAward[];
  readonly previous?: readonly ProblemAward[];
}

export interface ProblemLot {
  readonly id: string;
  readonly donor?: string;
  /** Null or absent: shipped directly by the donor. */
  readonly hub?: string | null;
  readonly cases: number;
  readonly unitsPerCase: number;
  readonly caseGrams?: number;
  readonly caseMillilitres?: number;
  readonly caseYen?: number;
  readonly temperature: TemperatureClass;
  readonly category?: string;
  readonly allergens?: readonly string[];
  readonly effectiveUntil?: CalendarDate;
  readonly minDaysOnArrival?: number;
  readonly requires?: readonly string[];
  readonly prefectures?: readonly string[];
  readonly excludedGroups?: readonly string[];
  readonly minCasesPerGroup?: number;
  readonly maxCasesPerGroup?: number;
  readonly maxGroups?: number;
  readonly onePerHousehold?: boolean;
}

/** Per temperature class; absent = unlimited, 0 = none. */
type PerClass = Readonly<Partial<Record<TemperatureClass, number>>>;

export interface ProblemGroup {
  readonly id: string;
  /** Approved households. */
  readonly need: number;
  readonly prefecture: string;
  readonly qualifications: readonly string[];
  readonly capacityCases?: PerClass;
  readonly capacityMillilitres?: PerClass;
  readonly refusesCategories?: readonly string[];
  readonly refusesAllergens?: readonly string[];
  readonly minDaysOnArrival?: number;
  /** Carry-over, in the measure. */
  readonly received?: number;
  readonly maxCases?: number;
}

export interface ProblemLane {
  readonly hub: string;
  readonly group: string;
  readonly transitDays: number;
  readonly costPerDelivery: number;
  readonly costPerCase: number;
}

export interface ProblemRequest {
  readonly lot: string;
  readonly group: string;
  readonly maxCases: number;
}

/** So many cases of a lot for a group: a lock, or a line of the previous plan. */
export interface ProblemAward {
  readonly lot: string;
  readonly group: string;
  readonly cases: number;
}
