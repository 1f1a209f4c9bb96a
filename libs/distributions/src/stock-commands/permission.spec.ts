import type { Clock } from '@wakachi/kernel';
import { TimeImplausible } from './errors.js';
import { assertPlausible } from './permission.js';

/** Nine in the morning in Tokyo; 400 days earlier it was 2025-10-20. */
const clock: Clock = { now: () => new Date('2026-11-24T00:00:00Z') };

describe('when something happened', () => {
  it.each([
    ['now', '2026-11-24T00:00:00Z'],
    ['ten minutes ahead: clocks differ', '2026-11-24T00:10:00Z'],
    ['399 days ago', '2025-10-21T00:00:00Z'],
    ['the first moment of the 400th day before today, in Tokyo', '2025-10-19T15:00:00Z'],
  ])('may be %s', (_, instant) => {
    expect(() => assertPlausible(new Date(instant), clock)).not.toThrow();
  });

  it.each([
    ['more than ten minutes ahead', '2026-11-24T00:10:00.001Z'],
    ['the last moment of the day before that', '2025-10-19T14:59:59.999Z'],
    ['long ago', '1970-01-01T00:00:00Z'],
  ])('cannot be %s', (_, instant) => {
    expect(() => assertPlausible(new Date(instant), clock)).toThrow(TimeImplausible);
  });
});
