import { type Bilingual, defineMessages } from '@wakachi/kernel';

const catalogue = {
  'condition-not-understood': {
    ja: '条件「{text}」を解釈できません。担当者の確認が必要です',
    en: 'The condition "{text}" is not understood; a person must look at it',
  },
  'minimum-not-understood': {
    ja: '最小ロット「{text}」を解釈できません。担当者の確認が必要です',
    en: 'The minimum "{text}" is not understood; a person must look at it',
  },
  'category-unknown': {
    ja: '分類「{text}」は登録されていません。担当者の確認が必要です',
    en: 'The category "{text}" is not known; a person must look at it',
  },
  'allergen-unknown': {
    ja: 'アレルゲン「{text}」は一覧にありません。担当者の確認が必要です',
    en: 'The allergen "{text}" is on no list; a person must look at it',
  },
  'allergens-missing': {
    ja: '食品なのにアレルゲン情報がありません（無いときは「なし」）',
    en: 'Food without allergen data (write なし when there are none)',
  },
  'label-missing': { ja: '食品なのに期限（種別または日付）がありません', en: 'Food without a date label (its kind or its date)' },
  'label-without-kind': {
    ja: '期限の日付があるのに、賞味期限か消費期限か分かりません',
    en: 'There is a date, but not whether it is best-before or use-by',
  },
  'use-by-past': { ja: '消費期限（{date}）が {asOf} より前です', en: 'The use-by date ({date}) lies before {asOf}' },
  'best-before-past': { ja: '賞味期限（{date}）が {asOf} より前です', en: 'The best-before date ({date}) lies before {asOf}' },
  'use-by-without-day': {
    ja: '消費期限には日まで必要です（年月表示は賞味期限だけ）',
    en: 'A use-by date needs its day (only best-before may be a month)',
  },
  'gtin-scientific': {
    ja: 'コード「{found}」は Excel が桁を落としています。セルを文字列にして入れ直してください',
    en: 'Excel dropped digits of "{found}". Make the cell text and enter it again',
  },
  'gtin-unreadable': {
    ja: 'コード「{found}」は 8・12・13・14 桁の数字ではありません',
    en: 'The code "{found}" is not 8, 12, 13 or 14 digits',
  },
  'gtin-check-digit': { ja: 'コード「{found}」のチェックデジットが合いません', en: 'The check digit of "{found}" is wrong' },
  'gtin-in-store': {
    ja: 'コード「{found}」は店内用（02・20〜29）で、商品を特定できません',
    en: '"{found}" is an in-store code (02, 20–29) and names no product',
  },
  'itf-other-item': { ja: 'ITF コードが JAN コードと別の商品を指しています', en: 'The ITF code names another item than the JAN code' },
  'sides-incomplete': { ja: '寸法は縦・横・高さの三つがそろっている必要があります', en: 'A case size needs all three sides' },
  'duplicate-line-number': {
    ja: 'No. {number} が {first} 行目と {second} 行目に重なっています',
    en: 'No. {number} stands in both row {first} and row {second}',
  },
  'donor-spelled-two-ways': {
    ja: '企業名「{spelling}」は {first} 行目の「{other}」と同じ企業ではありませんか',
    en: 'Is donor "{spelling}" the same as "{other}" in row {first}?',
  },
  'total-differs': {
    ja: '合計欄のケース数 {stated} が、明細の合計 {counted} と違います',
    en: 'The total row says {stated} cases, but the lines add up to {counted}',
  },
} satisfies Record<string, Bilingual>;

const expectations = {
  allergens: { ja: 'アレルゲン名（例: 小麦・乳）または「なし」', en: 'Allergens (such as 小麦・乳), or なし' },
  label: { ja: '期限種別（賞味期限 / 消費期限）と日付', en: 'Best-before or use-by, and its date' },
  'future-date': { ja: '{asOf} 以降の期限', en: 'A date on or after {asOf}' },
  'full-date': { ja: '年月日', en: 'A full date' },
  gtin: { ja: 'JAN（8・13 桁）または ITF（14 桁）', en: 'JAN (8 or 13 digits) or ITF (14 digits)' },
  sides: { ja: '縦・横・高さ（mm）', en: 'Three sides in millimetres' },
  unique: { ja: '行ごとに違う番号', en: 'A number of its own for each line' },
  'one-spelling': { ja: '企業ごとに一つの書き方', en: 'One spelling for each donor' },
  total: { ja: '{counted}', en: '{counted}' },
} satisfies Record<string, Bilingual>;

export type OfferIssueCode = keyof typeof catalogue;

export const message = defineMessages(catalogue);
export const expectation = defineMessages(expectations);
