import type { CalendarDate, TemperatureClass } from '@wakachi/kernel';
import type { DeclaredPersons } from '../round-entry.entity.js';

/** One group's answer to the call for a round. */
export interface EntryAnswer {
  readonly rowNumber: number;
  /** ISO 8601 with Japan's offset. */
  readonly answeredAt: string;
  readonly groupCode: string;
  readonly groupName: string;
  /** Null is silence: the form was opened and sent, but says neither. It is no decline. */
  readonly answer: 'joining' | 'declining' | null;
  readonly households: number | null;
  /** Where the form asked; who is left out was not declared. */
  readonly persons: DeclaredPersons;
  /** Cases the group can take in; null where it says nothing. */
  readonly capacityCases: Readonly<Record<TemperatureClass, number | null>>;
  readonly unavailableDates: CalendarDate[];
  readonly wishes: string;
}
