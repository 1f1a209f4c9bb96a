import { type CalendarDate, calendarDateIn } from './calendar-date.js';

/**
 * The only way to learn the time. Services take a Clock, so that a dated sample prints the same figures on any day.
 * (A class and not an interface, so that it is its own injection token.)
 */
export abstract class Clock {
  abstract now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until somebody moves it: for tests and for the dated sample. */
export class FixedClock extends Clock {
  constructor(private instant: Date) {
    super();
  }

  now(): Date {
    return new Date(this.instant);
  }

  moveTo(instant: Date): void {
    this.instant = instant;
  }
}

/** Cut-offs are Japanese: the calendar day of the clock's instant in Asia/Tokyo. */
export function todayInJapan(clock: Clock): CalendarDate {
  return calendarDateIn('Asia/Tokyo', clock.now());
}
