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
export { isWellFormed } from './strict-json/is-well-formed.js';
export { JsonFault } from './strict-json/json-fault.js';
export { pointerStep } from './strict-json/pointer.js';
export { readJson } from './strict-json/read-json.js';
export { type JsonPolicy, scanJson } from './strict-json/scan-json.js';
export { TEMPERATURE_CLASSES, type TemperatureClass } from './temperature.js';
