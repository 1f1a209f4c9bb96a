export { assert } from './assert.js';
export {
  addDays,
  type CalendarDate,
  calendarDate,
  calendarDateIn,
  daysBetween,
  isCalendarDate,
  lastDayOfMonth,
  weekdayOf,
} from './calendar-date.js';
export { Clock, FixedClock, systemClock, todayInJapan } from './clock.js';
export type { DateLabelKind, DatePrecision, PreciseDate } from './dated-label.js';
export { DomainError, type ErrorKind } from './domain-error.js';
export { canonicalJson, sha256 } from './hash.js';
export { deriveId, isUuid, newId } from './ids.js';
export { type Bilingual, defineMessages, type MessageParams } from './message.js';
export type { RowIssue } from './row-issue.js';
export { TEMPERATURE_CLASSES, type TemperatureClass } from './temperature.js';
