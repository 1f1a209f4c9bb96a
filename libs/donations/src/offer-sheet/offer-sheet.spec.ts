import { readFile } from 'node:fs/promises';
import { readOfferSheet } from './read-offer-sheet.js';
import { AS_OF, type Cells, GOOD, issues, line, read } from './test/offer-csv.js';

const SAMPLE = new URL('../../../../samples/round-2023/', import.meta.url);

describe('the sample of autumn 2023', () => {
  it('reads to the figures of that round, and holds lot No. 8 alone', async () => {
    const totals = JSON.parse(await readFile(new URL('totals.json', SAMPLE), 'utf8'));
    const reading = await readOfferSheet(await readFile(new URL('offers.xlsx', SAMPLE)), 'offers.xlsx', { asOf: AS_OF });
    if (!reading.ok) throw new Error(JSON.stringify(reading.issues));
    const units = (food: boolean) => sum(reading.rows.filter((row) => row.food === food).map((row) => row.cases * row.unitsPerCase));
    expect(reading.warnings).toEqual([]);
    expect(reading.rows).toHaveLength(totals.offerLines);
    expect(new Set(reading.rows.map((row) => row.donorName)).size).toBe(totals.donors);
    expect(sum(reading.rows.map((row) => row.cases))).toBe(totals.cases);
    expect([units(true), units(false), units(true) + units(false)]).toEqual([totals.foodUnits, totals.dailyUnits, totals.units]);
    const held = reading.rows.filter((row) => row.heldBecause.length > 0);
    expect(held.map((row) => [row.lineNumber, row.heldBecause[0]?.text])).toEqual([[8, '昨年と同じでお願いします']]);
  });

  it('keeps each notation of a date with its precision', async () => {
    const reading = await readOfferSheet(await readFile(new URL('offers.xlsx', SAMPLE)), 'offers.xlsx', { asOf: AS_OF });
    const labels = new Map(reading.ok ? reading.rows.map((row) => [row.lineNumber, row.dateLabel]) : []);
    const shown = [1, 3, 4, 9, 14, 23, 24, 41].map((number) => {
      const label = labels.get(number);
      return label ? `${label.kind} ${label.date.precision} ${label.date.effectiveUntil}` : null;
    });
    expect(shown).toEqual([
      'best-before month 2027-05-31',
      'best-before month 2027-05-31',
      'best-before day 2027-09-26',
      'use-by day 2026-12-23',
      'best-before month 2027-03-31',
      'best-before day 2027-03-12',
      'best-before day 2027-05-21',
      null,
    ]);
  });
});

describe('an offer line', () => {
  it('is read whole', async () => {
    expect(await line({})).toMatchObject({
      rowNumber: 2,
      lineNumber: 1,
      donorName: '見本食品㈱',
      category: 'cooked-rice',
      food: true,
      gtin: '4569951100192',
      itf: '14569951100199',
      unitsPerCase: 24,
      cases: 98,
      temperature: 'ambient',
      dateLabel: { kind: 'best-before', date: { raw: '2027.11', precision: 'month', effectiveUntil: '2027-11-30' } },
      caseMillilitres: 20_828,
      caseGrams: 4_900,
      allergens: [],
      hub: '佐賀',
      minCasesPerGroup: null,
      conditions: [],
      heldBecause: [],
      referenceRetailYen: 486,
      bookYen: 219,
      freightPaidBy: 'coordinator',
      availableFrom: '2026-12-04',
      answerWantedBy: '2026-11-30',
    });
  });

  it('needs no date and no allergen data for daily goods', async () => {
    const goods = await line({ 分類: '日用品', 期限種別: '', 賞味期限: '', アレルゲン: '' });
    expect(goods).toMatchObject({ food: false, dateLabel: null, allergens: null, heldBecause: [] });
  });

  it('goes by no hub when it goes straight to the group', async () => {
    expect((await line({ 集約拠点: '直送' })).hub).toBeNull();
  });

  it('of an unknown category is taken for food until a person decides, and waits for its dates', async () => {
    const unknown = await line({ 分類: '文具', 期限種別: '', 賞味期限: '', アレルゲン: '' });
    expect(unknown).toMatchObject({ category: null, food: true, dateLabel: null, allergens: null });
  });
});

describe('a sheet with an error', () => {
  it.each<[string, Cells, string, string]>([
    ['a quantity with its word', { ケース数: '12ケース' }, 'not-a-whole-number', 'ケース数'],
    ['a quantity about so large', { ケース数: '約10' }, 'not-a-whole-number', 'ケース数'],
    ['no quantity', { ケース数: '' }, 'blank', 'ケース数'],
    ['units of none', { 入数: '0入' }, 'number-out-of-range', '入数'],
    ['food without allergen data', { アレルゲン: '' }, 'allergens-missing', 'アレルゲン'],
    ['food with allergens said to be unknown', { アレルゲン: '不明' }, 'allergens-missing', 'アレルゲン'],
    ['food without a date', { 賞味期限: '' }, 'label-missing', '賞味期限'],
    ['food whose date is of no kind', { 期限種別: '' }, 'label-missing', '期限種別'],
    ['daily goods whose date is of no kind', { 分類: '日用品', 期限種別: '' }, 'label-without-kind', '期限種別'],
    ['a use-by date in the past', { 期限種別: '消費期限', 賞味期限: '2026/11/23' }, 'use-by-past', '賞味期限'],
    ['a best-before month that is over', { 賞味期限: '2026.10' }, 'best-before-past', '賞味期限'],
    ['a use-by date without its day', { 期限種別: '消費期限', 賞味期限: '2027.11' }, 'use-by-without-day', '賞味期限'],
    ['a date without a year', { 賞味期限: '12/31' }, 'date-without-year', '賞味期限'],
    ['a code that Excel cut', { JANコード: '4.90E+12' }, 'gtin-scientific', 'JANコード'],
    ['a code that is none', { JANコード: '不明' }, 'gtin-unreadable', 'JANコード'],
    ['two of three sides', { '高さ(mm)': '' }, 'sides-incomplete', '高さ(mm)'],
    ['an unknown temperature', { 温度帯: 'ぬるめ' }, 'not-a-choice', '温度帯'],
    ['an unknown payer of freight', { 送料負担: '相談' }, 'not-a-choice', '送料負担'],
  ])('%s is refused, with its place', async (_name, cells, code, header) => {
    expect(await issues({}, cells)).toEqual([['error', code, 3, header]]);
  });

  it('lists every error and hands out no line', async () => {
    const reading = await read({ ケース数: '約10', 入数: '' }, {}, { アレルゲン: '' });
    expect(reading.ok).toBe(false);
    expect(!reading.ok && reading.issues.map((issue) => `${issue.row} ${issue.code}`)).toEqual([
      '2 blank',
      '2 not-a-whole-number',
      '4 allergens-missing',
    ]);
  });

  it('says cell, finding and remedy in both languages', async () => {
    const reading = await read({ ケース数: '12ケース' });
    expect(!reading.ok && reading.issues[0]).toMatchObject({
      file: 'offers.csv',
      cell: 'I2',
      found: '12ケース',
      message: { ja: '「12ケース」は数として読めません', en: '"12ケース" is not a plain whole number' },
      expected: { en: 'A whole number from 1 up (such as 120 or 1,000)' },
    });
  });

  it('accepts a date that ends today', async () => {
    expect(await issues({ 期限種別: '消費期限', 賞味期限: '2026/11/24' })).toEqual([]);
  });

  it('names both rows of a number given twice', async () => {
    expect(await issues({}, { 'No.': '1' })).toEqual([['error', 'duplicate-line-number', 3, 'No.']]);
  });
});

describe('a warning', () => {
  it.each<[string, Cells, string]>([
    ['a slip in a check digit', { JANコード: '4569951100193' }, 'gtin-check-digit'],
    ['a case code of another item', { ITFコード: '14569951100182' }, 'itf-other-item'],
    ['an in-store code', { JANコード: '2012345678903', ITFコード: '' }, 'gtin-in-store'],
  ])('%s stops nothing', async (_name, cells, code) => {
    const reading = await read(cells);
    expect(reading.ok && reading.warnings.map((warning) => warning.code)).toContain(code);
  });
});

describe('one donor spelled two ways', () => {
  it('is asked about once and kept as written', async () => {
    const spellings = ['見本食品㈱', '見本食品株式会社', '見本食品株式会社'];
    const reading = await read(...spellings.map((donor) => ({ 企業名: donor })));
    expect(reading.ok && reading.rows.map((row) => row.donorName)).toEqual(spellings);
    expect(reading.ok && reading.warnings.map((warning) => [warning.code, warning.row])).toEqual([['donor-spelled-two-ways', 3]]);
  });
});

describe('the row of totals', () => {
  const blank = Object.fromEntries(Object.keys(GOOD).map((header) => [header, ''])) as Cells;
  const total = (cases: string): Cells => ({ ...blank, 品名: '合計', ケース数: cases });

  it('is no line', async () => {
    const reading = await read({}, { ケース数: '2' }, total('100'));
    expect(reading.ok && reading.rows.map((row) => row.cases)).toEqual([98, 2]);
  });

  it('that differs from the lines is an error naming both numbers', async () => {
    const reading = await read({}, { ケース数: '2' }, total('101'));
    expect(!reading.ok && reading.issues).toMatchObject([{ code: 'total-differs', row: 4, found: '101' }]);
    expect(!reading.ok && reading.issues[0]?.message.en).toBe('The total row says 101 cases, but the lines add up to 100');
  });
});

describe('a file that is no offer sheet', () => {
  it('is answered with an issue, not with an exception', async () => {
    const reading = await readOfferSheet(Buffer.from('日付,天気\n1/1,晴れ\n'), 'a.csv', { asOf: AS_OF });
    expect(!reading.ok && reading.issues[0]?.code).toBe('header-not-found');
  });

  it('is answered so when it is a broken workbook', async () => {
    const whole = await readFile(new URL('offers.xlsx', SAMPLE));
    const reading = await readOfferSheet(whole.subarray(0, 9_000), 'offers.xlsx', { asOf: AS_OF });
    expect(!reading.ok && reading.issues[0]?.code).toBe('corrupt-zip');
  });
});

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
