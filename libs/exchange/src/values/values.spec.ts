import fc from 'fast-check';
import type { CellContent } from '../index.js';
import {
  day,
  gramsFromKilograms,
  labelDate,
  mark,
  orBlank,
  phone,
  postcode,
  requiredText,
  text,
  timestamp,
  weekdays,
  wholeNumber,
} from '../index.js';
import type { CellParser } from './parsed.js';

function read<T>(parser: CellParser<T>, cell: CellContent, dateSystem: '1900' | '1904' = '1900'): T | string {
  const parsed = parser(cell, { dateSystem, header: '欄' });
  return parsed.ok ? parsed.value : `! ${parsed.problem.code}`;
}

describe('a whole number', () => {
  it.each<[CellContent, number | string]>([
    [120, 120],
    ['120', 120],
    ['１２０', 120],
    [' 120　', 120],
    ['1,000', 1000],
    ['１，０００', 1000],
    ['12,345,678', '! number-out-of-range'],
    ['1,00', '! not-a-whole-number'],
    ['１２①', '! not-a-whole-number'],
    ['▲5', '! not-a-whole-number'],
    ['-5', '! not-a-whole-number'],
    ['−5', '! not-a-whole-number'],
    [-5, '! number-out-of-range'],
    ['0', '! number-out-of-range'],
    [0, '! number-out-of-range'],
    ['1.5', '! not-a-whole-number'],
    [1.5, '! not-a-whole-number'],
    ['1e3', '! not-a-whole-number'],
    ['0x10', '! not-a-whole-number'],
    ['', '! blank'],
    ['　', '! blank'],
    [null, '! blank'],
    [true, '! not-a-whole-number'],
    ['12ケース', '! not-a-whole-number'],
    ['約10', '! not-a-whole-number'],
    ['10〜12', '! not-a-whole-number'],
    ['24入', '! not-a-whole-number'],
    ['99999999999999999999', '! not-a-whole-number'],
  ])('%j reads %j', (cell, expected) => {
    expect(read(wholeNumber({ min: 1 }), cell)).toBe(expected);
  });

  it('carries 入 only where units per case are meant', () => {
    const units = wholeNumber({ min: 1, suffix: '入' });
    expect(['24入', '２４入', '24', '入', '24入入'].map((cell) => read(units, cell))).toEqual([
      24,
      24,
      24,
      '! not-a-whole-number',
      '! not-a-whole-number',
    ]);
  });

  it('is null where blank is an answer, never 0', () => {
    expect(read(orBlank(wholeNumber({ min: 0 })), '')).toBeNull();
    expect(read(orBlank(wholeNumber({ min: 0 })), '0')).toBe(0);
  });

  it('survives being written in any width and with or without commas', () => {
    const wide = (written: string) => written.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999 }), (n) => {
        for (const written of [String(n), wide(String(n)), n.toLocaleString('en-US')])
          expect(read(wholeNumber({ min: 1 }), written)).toBe(n);
      }),
    );
  });
});

describe('a weight', () => {
  it.each<[CellContent, number | string]>([
    [6.9, 6900],
    ['6.9', 6900],
    ['６．９', 6900],
    [3, 3000],
    [1.234, 1234],
    [1.2345, '! not-a-weight'],
    ['6.9kg', '! not-a-weight'],
    ['-1', '! not-a-weight'],
    [0, '! number-out-of-range'],
  ])('of %j kg is %j g', (cell, expected) => {
    expect(read(gramsFromKilograms, cell)).toBe(expected);
  });
});

describe('a date label', () => {
  it.each<[CellContent, string]>([
    ['2027/9/26', '2027-09-26'],
    ['２０２７/９/２６', '2027-09-26'],
    ['2027.9.26', '2027-09-26'],
    ['2027年9月26日', '2027-09-26'],
    ['20270926', '2027-09-26'],
    ['27.3.12', '2027-03-12'],
    ['26/12/31', '2026-12-31'],
    ['2026-12-31', '2026-12-31'],
    ['2027-05-21T00:00:00.000Z', '2027-05-21'],
    ['2027-05-20T15:00:00.000Z', '2027-05-21'],
    ['令和8年12月31日', '2026-12-31'],
    ['R8.12.31', '2026-12-31'],
    ['㋿8年12月31日', '2026-12-31'],
    ['令和元年5月1日', '2019-05-01'],
    ['平成31年4月30日', '2019-04-30'],
    [46_387, '2026-12-31'],
    [{ dateTime: '2027-05-21T00:00:00' }, '2027-05-21'],
  ])('%j is the day %s', (cell, expected) => {
    expect(read(labelDate, cell)).toMatchObject({ precision: 'day', effectiveUntil: expected });
  });

  it.each([
    ['2027年5月', '2027-05-31'],
    ['2027.03', '2027-03-31'],
    ['2026-03', '2026-03-31'],
    ['2027/2', '2027-02-28'],
    ['令和9年5月', '2027-05-31'],
    ['令和10年2月', '2028-02-29'],
    ['R9.5', '2027-05-31'],
    ['２０２７年１１月', '2027-11-30'],
    ['2027年5月末', '2027-05-31'],
  ])('%s is a month and good until %s', (cell, expected) => {
    expect(read(labelDate, cell)).toEqual({ raw: cell, precision: 'month', effectiveUntil: expected });
  });

  it.each<[CellContent, string]>([
    ['2026-02-30', '! no-such-date'],
    ['2027/13/1', '! no-such-date'],
    ['2027年13月', '! no-such-date'],
    ['9999/12/31', '! no-such-date'],
    ['2100/1/1', '! no-such-date'],
    ['平成38年5月', '! era-ended'],
    ['平成31年5月1日', '! era-ended'],
    ['令和元年4月30日', '! era-ended'],
    ['12/31', '! date-without-year'],
    ['12月31日', '! date-without-year'],
    ['8.12.31', '! not-a-date'],
    ['2027/9.26', '! not-a-date'],
    ['27.3', '! date-without-year'],
    ['2027', '! not-a-date'],
    [2027, '! not-a-date'],
    [2027.1, '! not-a-date'],
    [20270926, '! not-a-date'],
    ['常温で1年', '! not-a-date'],
    ['', '! blank'],
  ])('%j is refused: %s', (cell, expected) => {
    expect(read(labelDate, cell)).toBe(expected);
  });

  it('is a month where Excel shows a month, though the cell holds its first day', () => {
    const cell = { dateTime: '2027-05-01T00:00:00', monthOnly: true };
    expect(read(labelDate, cell)).toEqual({ raw: '2027-05', precision: 'month', effectiveUntil: '2027-05-31' });
    expect(read(day, cell)).toBe('! month-only');
  });

  it('counts a bare day number from the workbook’s own first day', () => {
    expect(read(labelDate, 44_925, '1904')).toMatchObject({ effectiveUntil: '2026-12-31' });
    expect(read(labelDate, 46_387, '1900')).toMatchObject({ effectiveUntil: '2026-12-31' });
  });
});

describe('other values', () => {
  it('a day is never only a month', () => {
    expect(read(day, '2027年5月')).toBe('! month-only');
    expect(read(day, '令和9年3月31日')).toBe('2027-03-31');
  });

  it('a time stamp is a clock in Japan', () => {
    expect(read(timestamp, '2026/11/17 8:46:00')).toBe('2026-11-17T08:46:00+09:00');
    expect(read(timestamp, { dateTime: '2026-11-17T08:46:00' })).toBe('2026-11-17T08:46:00+09:00');
    expect(read(timestamp, '2026/11/17 25:00')).toBe('! not-a-date');
  });

  it.each([
    ['月火木日', [0, 1, 2, 4]],
    ['水、金、土', [3, 5, 6]],
    ['火・水', [2, 3]],
    ['月曜日、火曜', [1, 2]],
    ['', []],
    ['祝日のみ', '! not-weekdays'],
  ])('weekdays: %s', (cell, expected) => {
    expect(read(weekdays, cell)).toEqual(expected);
  });

  it.each<[CellContent, string]>([
    ['１９１－００６４', '1910064'],
    ['299-3254', '2993254'],
    ['0590271', '0590271'],
    [590_271, '0590271'],
    ['〒152-0001', '1520001'],
    ['12-34567', '! not-a-postcode'],
    ['152000', '! not-a-postcode'],
  ])('postcode: %j', (cell, expected) => {
    expect(read(postcode, cell)).toBe(expected);
  });

  it('a phone number is text and keeps its zero, even after Excel took it', () => {
    expect(read(phone, '075-0000-7044')).toBe('075-0000-7044');
    expect(read(phone, '０７５－００００－７０４４')).toBe('075-0000-7044');
    expect(read(phone, 7_500_007_044)).toBe('07500007044');
    expect(read(phone, '担当者へ')).toBe('! not-a-phone');
  });

  it('a mark is yes, no or not declared', () => {
    expect(['有', '○', '〇', '無', '×', '', '△'].map((cell) => read(mark, cell))).toEqual([
      true,
      true,
      true,
      false,
      false,
      null,
      '! not-a-mark',
    ]);
  });

  it('a name is composed but never widened, narrowed or rewritten', () => {
    expect(read(text(), '  ㈱髙島屋ｱｲｽ①　')).toBe('㈱髙島屋ｱｲｽ①');
    expect(read(text(), 'か\u3099')).toBe('が');
  });

  it.each([
    ['a wide space', '　', '! blank'],
    ['a NUL', 'a\u0000', '! improper-characters'],
    ['a direction override', 'abc\u202etxt', '! improper-characters'],
    ['half a character', '\ud842', '! improper-characters'],
    ['too much', 'あ'.repeat(501), '! text-too-long'],
  ])('a name is not %s', (_name, cell, expected) => {
    expect(read(requiredText(), cell)).toBe(expected);
  });

  it('𠮷 is one character of a name like any other', () => {
    expect(read(text(), '𠮷野家')).toBe('𠮷野家');
  });

  // A pattern that backtracks takes minutes, every time; a busy machine is slow now and then.
  it('reads 100 kB of anything within 50 ms', () => {
    const parsers: CellParser<unknown>[] = [
      wholeNumber({ min: 1, suffix: '入' }),
      labelDate,
      timestamp,
      weekdays,
      postcode,
      phone,
      mark,
      text(),
    ];
    for (const unit of ['1', '1,', ' ', '年', '2027/', 'R', '0-']) {
      for (const parser of parsers) {
        const cell = unit.repeat(100_000 / unit.length);
        expect(quickestOf(5, () => read(parser, cell))).toBeLessThan(50);
      }
    }
  });
});

function quickestOf(times: number, work: () => unknown): number {
  const taken = Array.from({ length: times }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  });
  return Math.min(...taken);
}
