import {
  addDays,
  calendarDate,
  canonicalJson,
  daysBetween,
  defineMessages,
  deriveId,
  FixedClock,
  isUuid,
  lastDayOfMonth,
  newId,
  todayInJapan,
} from './index.js';

describe('kernel', () => {
  it('knows no 30 February', () => {
    expect(calendarDate(2026, 2, 30)).toBeNull();
    expect(calendarDate(2028, 2, 29)).toBe('2028-02-29');
  });

  it('ends a month on its last day', () => {
    expect(lastDayOfMonth(2027, 2)).toBe('2027-02-28');
    expect(lastDayOfMonth(2027, 13)).toBeNull();
  });

  it('counts days over a year end', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(daysBetween('2026-12-10', '2027-01-01')).toBe(22);
  });

  it('takes the day in Japan, not in Greenwich', () => {
    expect(todayInJapan(new FixedClock(new Date('2026-11-23T15:00:00Z')))).toBe('2026-11-24');
  });

  it('derives the same id from the same parts, and another one when a boundary moves', () => {
    expect(deriveId('lot', 'ab', 'c')).toBe(deriveId('lot', 'ab', 'c'));
    expect(deriveId('lot', 'ab', 'c')).not.toBe(deriveId('lot', 'a', 'bc'));
    expect(isUuid(deriveId('x'))).toBe(true);
  });

  it('gives later ids a later place', () => {
    const clock = new FixedClock(new Date('2026-11-24T00:00:00Z'));
    const first = newId(clock);
    clock.moveTo(new Date('2026-11-24T00:00:01Z'));
    expect(first < newId(clock)).toBe(true);
  });

  it('writes the same JSON whatever the order of keys', () => {
    expect(canonicalJson({ b: 1, a: [true, null] })).toBe('{"a":[true,null],"b":1}');
  });

  it('fills a sentence in both languages', () => {
    const message = defineMessages({ short: { ja: '{lot} が {units} 点足りません', en: '{lot} is {units} short' } });
    expect(message('short', { lot: '麺', units: 3 })).toEqual({ ja: '麺 が 3 点足りません', en: '麺 is 3 short' });
  });
});
