import { type Cells, line } from './test/offer-csv.js';

describe('a condition', () => {
  const kyushu = ['40', '41', '42', '43', '44', '45', '46'];

  it.each([
    ['九州限定', [{ kind: 'region', text: '九州限定', prefectures: kyushu }]],
    ['福岡・佐賀のみ', [{ kind: 'region', text: '福岡・佐賀のみ', prefectures: ['40', '41'] }]],
    ['沖縄県限定', [{ kind: 'region', text: '沖縄県限定', prefectures: ['47'] }]],
    ['合意書締結団体のみ', [{ kind: 'qualification', text: '合意書締結団体のみ', qualification: 'agreement' }]],
    ['保険加入団体のみ', [{ kind: 'qualification', text: '保険加入団体のみ', qualification: 'insurance' }]],
    ['冷凍庫のある団体のみ', [{ kind: 'qualification', text: '冷凍庫のある団体のみ', qualification: 'freezer' }]],
    ['食品衛生責任者のいる団体のみ', [{ kind: 'qualification', text: '食品衛生責任者のいる団体のみ', qualification: 'hygiene-manager' }]],
    ['ＳＮＳ掲載不可', [{ kind: 'term', text: 'ＳＮＳ掲載不可', term: 'no-social-media', reportDue: false }]],
    ['転売禁止・記録提出', [{ kind: 'term', text: '転売禁止・記録提出', term: 'no-resale-report-due', reportDue: true }]],
    ['特になし', []],
  ])('%s is understood', async (text, conditions) => {
    expect(await line({ 条件: text })).toMatchObject({ conditions, heldBecause: [] });
  });

  it.each(['、', '。', '，', '／', '\n'])('stands beside others after %j', async (separator) => {
    const { conditions } = await line({ 条件: ['東日本のみ', '転売禁止・記録提出', 'SNS掲載不可'].join(separator) });
    expect(conditions.map((condition) => condition.kind)).toEqual(['region', 'term', 'term']);
  });

  it('東日本のみ names 17 prefectures', async () => {
    const [condition] = (await line({ 条件: '東日本のみ' })).conditions;
    expect(condition?.kind === 'region' && condition.prefectures.length).toBe(17);
  });
});

describe('a lot', () => {
  it.each([
    ['1ケース', 1],
    ['3ケース', 3],
    ['5', 5],
    ['3箱以上', 3],
    ['３ケース以上', 3],
    ['', null],
  ])('asks a minimum of %s', async (text, cases) => {
    expect(await line({ 最小ロット: text })).toMatchObject({ minCasesPerGroup: cases, heldBecause: [] });
  });

  it.each<[Cells, string, string]>([
    [{ 条件: '昨年と同じでお願いします' }, 'condition-not-understood', '昨年と同じでお願いします'],
    [{ 条件: '九州限定、できれば早めに' }, 'condition-not-understood', 'できれば早めに'],
    [{ 条件: '火星限定' }, 'condition-not-understood', '火星限定'],
    [{ 条件: '九州以外' }, 'condition-not-understood', '九州以外'],
    [{ 条件: '転売禁止' }, 'condition-not-understood', '転売禁止'],
    [{ 最小ロット: '1パレット' }, 'minimum-not-understood', '1パレット'],
    [{ 最小ロット: '0' }, 'minimum-not-understood', '0'],
    [{ 最小ロット: '3〜5ケース' }, 'minimum-not-understood', '3〜5ケース'],
    [{ 分類: '文具' }, 'category-unknown', '文具'],
    [{ アレルゲン: '小麦・まつたけ' }, 'allergen-unknown', 'まつたけ'],
  ])('is held for %j', async (cells, code, text) => {
    expect((await line(cells)).heldBecause).toMatchObject([{ code, text }]);
  });
});
