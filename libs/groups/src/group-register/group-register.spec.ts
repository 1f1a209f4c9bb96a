import { readFile } from 'node:fs/promises';
import type { GroupLine } from './group-line.js';
import { readGroupRegister } from './read-group-register.js';

const SAMPLE = new URL('../../../../samples/round-2023/', import.meta.url);
const AS_OF = '2026-11-24';

const GOOD = {
  団体コード: 'G001',
  団体名: '髙橋の家①',
  フリガナ: 'ﾀｶﾊｼﾉ家',
  法人格: 'NPO法人',
  法人番号: '7000012050002',
  活動種別: 'こども食堂',
  郵便番号: '１９１－００６４',
  都道府県: '東京都',
  市区町村: '日野市',
  町名番地: '富士町4-11',
  電話番号: '075-0000-7044',
  メール: 'g1@group.example',
  世帯数: '８９',
  子ども数: '173',
  常温容量L: '2485',
  冷蔵容量L: '0',
  冷凍容量L: '347',
  受取曜日: '月火木日',
  午前午後: '終日',
  受取不可: '',
  アレルギー配慮: '×',
  食品衛生責任者: '有',
  保険満期日: '2027/10/23',
  合意書締結日: '2023-08-08',
  合意書有効期限: '令和9年3月31日',
  フォークリフト: '無',
  最大車格: '2t',
  連絡方法: 'LINE',
  FAX番号: '',
  納品先: '同上',
} as const;
type Header = keyof typeof GOOD;
type Cells = Partial<Record<Header, string>>;

function csv(...rows: Cells[]): Uint8Array {
  const headers = Object.keys(GOOD) as Header[];
  const lines = rows.map((cells, index) =>
    headers.map((header) => `"${cells[header] ?? (header === '団体コード' ? `G00${index + 1}` : GOOD[header])}"`).join(','),
  );
  return Buffer.from([headers.join(','), ...lines].join('\r\n'));
}

const read = (...rows: Cells[]) => readGroupRegister(csv(...rows), 'groups.csv', { asOf: AS_OF });

async function line(cells: Cells): Promise<GroupLine> {
  const reading = await read(cells);
  if (!reading.ok) throw new Error(reading.issues.map((issue) => issue.message.en).join('; '));
  return reading.rows[0] as GroupLine;
}

const flags = async (cells: Cells) => (await line(cells)).attention.map((attention) => [attention.code, attention.text]);

describe('the sample of autumn 2023', () => {
  it('reads to the figures of that round', async () => {
    const totals = JSON.parse(await readFile(new URL('totals.json', SAMPLE), 'utf8'));
    const reading = await readGroupRegister(await readFile(new URL('groups.csv', SAMPLE)), 'groups.csv', { asOf: AS_OF });
    if (!reading.ok) throw new Error(JSON.stringify(reading.issues));
    const lapsed = reading.rows.filter(
      (group) => !group.qualifications.some((held) => held.kind === 'agreement' && (held.validUntil ?? '') >= '2026-12-10'),
    );
    expect(reading.warnings).toEqual([]);
    expect(reading.rows).toHaveLength(totals.groups);
    expect(reading.rows.reduce((sum, group) => sum + group.households, 0)).toBe(totals.households);
    expect(lapsed).toHaveLength(totals.groupsWithLapsedAgreement);
    expect(lapsed.every((group) => group.attention.some((attention) => attention.code === 'agreement-lapsed'))).toBe(true);
  });

  it('flags the two groups that wrote 菓子以外 and excludes nothing for them', async () => {
    const reading = await readGroupRegister(await readFile(new URL('groups.csv', SAMPLE)), 'groups.csv', { asOf: AS_OF });
    const unclear = reading.ok
      ? reading.rows.filter((group) => group.attention.some((attention) => attention.code === 'refusal-ambiguous'))
      : [];
    expect(unclear.map((group) => [group.code, group.refuses])).toEqual([
      ['G018', { categories: [], temperatures: [] }],
      ['G068', { categories: [], temperatures: [] }],
    ]);
  });
});

describe('a group of the register', () => {
  it('is read whole: names as written, kana and codes made even', async () => {
    expect(await line({ 団体コード: 'ｇ００１' })).toEqual({
      rowNumber: 2,
      code: 'G001',
      name: '髙橋の家①',
      kana: 'タカハシノ家',
      legalForm: 'NPO法人',
      corporateNumber: '7000012050002',
      activity: 'こども食堂',
      postcode: '1910064',
      prefecture: '13',
      city: '日野市',
      street: '富士町4-11',
      phone: '075-0000-7044',
      mail: 'g1@group.example',
      fax: null,
      households: 89,
      children: 173,
      capacityMillilitres: { ambient: 2_485_000, chilled: 0, frozen: 347_000 },
      receivingWeekdays: [0, 1, 2, 4],
      receivingHalfDay: 'any',
      refuses: { categories: [], temperatures: [] },
      allergyHandling: false,
      qualifications: [
        { kind: 'agreement', validFrom: '2023-08-08', validUntil: '2027-03-31' },
        { kind: 'insurance', validFrom: null, validUntil: '2027-10-23' },
        { kind: 'hygiene-manager', validFrom: null, validUntil: null },
        { kind: 'freezer', validFrom: null, validUntil: null },
      ],
      forklift: false,
      largestVehicle: '2t',
      contactBy: 'LINE',
      site: 'same-as-address',
      attention: [],
    });
  });

  it('has no capacity declared where the cell is blank, and none where it says 0', async () => {
    const { capacityMillilitres, qualifications } = await line({ 冷蔵容量L: '', 冷凍容量L: '0' });
    expect(capacityMillilitres).toEqual({ ambient: 2_485_000, chilled: null, frozen: 0 });
    expect(qualifications.map((held) => held.kind)).not.toContain('freezer');
  });

  it('holds no qualification for a blank', async () => {
    const cells = { 食品衛生責任者: '', 保険満期日: '', 合意書締結日: '', 合意書有効期限: '', 冷凍容量L: '' };
    expect((await line(cells)).qualifications).toEqual([]);
  });

  it('holds no agreement that has no end', async () => {
    expect(await flags({ 合意書有効期限: '' })).toEqual([['agreement-without-expiry', '2023-08-08']]);
    expect((await line({ 合意書有効期限: '' })).qualifications.map((held) => held.kind)).not.toContain('agreement');
  });

  it.each([
    ['要冷蔵品', { categories: [], temperatures: ['chilled'] }],
    ['飲料', { categories: ['beverage'], temperatures: [] }],
    ['日用品', { categories: ['daily-goods'], temperatures: [] }],
    ['菓子', { categories: ['confectionery'], temperatures: [] }],
    ['生鮮', { categories: ['fresh'], temperatures: [] }],
    ['飲料、要冷蔵品', { categories: ['beverage'], temperatures: ['chilled'] }],
    ['', { categories: [], temperatures: [] }],
  ])('refuses %s', async (text, refuses) => {
    expect(await line({ 受取不可: text })).toMatchObject({ refuses, attention: [] });
  });

  it.each([
    ['菓子以外', 'refusal-ambiguous'],
    ['重いもの', 'refusal-unknown'],
  ])('is flagged for %s, which excludes nothing', async (text, code) => {
    expect(await flags({ 受取不可: text })).toEqual([[code, text]]);
    expect((await line({ 受取不可: text })).refuses).toEqual({ categories: [], temperatures: [] });
  });

  it('takes delivery where its register says', async () => {
    expect((await line({ 納品先: '佐賀県鳥栖市本町1-1' })).site).toEqual({ address: '佐賀県鳥栖市本町1-1' });
    expect((await line({ 納品先: '別途倉庫（住所は申込時に確認）' })).site).toBe('to-be-confirmed');
    expect(await flags({ 納品先: '' })).toEqual([['site-to-be-confirmed', '']]);
  });

  it('keeps a corporate number that fails its own check, with a warning', async () => {
    const reading = await read({ 法人番号: '6000012050002' });
    expect(reading.ok && reading.warnings.map((warning) => warning.code)).toEqual(['corporate-number-check-digit']);
    expect(reading.ok && reading.rows[0]?.attention.map((attention) => attention.code)).toEqual(['corporate-number-check-digit']);
  });
});

describe('a register with an error', () => {
  it('names both rows of a code given twice, whatever its width', async () => {
    const reading = await read({}, {}, { 団体コード: 'Ｇ００１' });
    expect(!reading.ok && reading.issues).toMatchObject([{ code: 'duplicate-code', row: 4, column: '団体コード', cell: 'A4' }]);
    expect(!reading.ok && reading.issues[0]?.message.ja).toBe('団体コード G001 が 2 行目と 4 行目に重なっています');
  });

  it.each<[string, Cells, string]>([
    ['an unknown prefecture', { 都道府県: '江戸' }, 'unknown-prefecture'],
    ['a short postcode', { 郵便番号: '191-006' }, 'not-a-postcode'],
    ['households in words', { 世帯数: '約90' }, 'not-a-whole-number'],
    ['no households', { 世帯数: '' }, 'blank'],
    ['a short corporate number', { 法人番号: '12345' }, 'not-a-corporate-number'],
    ['a mail address without @', { メール: 'g1' }, 'not-a-mail-address'],
    ['an agreement that ends before it begins', { 合意書有効期限: '2020/3/31' }, 'agreement-ends-before-start'],
    ['an era that had ended', { 合意書有効期限: '平成39年3月31日' }, 'era-ended'],
    ['unknown weekdays', { 受取曜日: '祝日' }, 'not-weekdays'],
    ['a mark that is none', { 食品衛生責任者: '△' }, 'not-a-mark'],
  ])('%s is refused', async (_name, cells, code) => {
    const reading = await read(cells);
    expect(!reading.ok && reading.issues.map((issue) => issue.code)).toEqual([code]);
  });
});
