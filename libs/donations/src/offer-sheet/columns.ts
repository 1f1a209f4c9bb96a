import { type Column, column, optionalColumn, type RowReader } from '@wakachi/exchange';

/** The headers an offer sheet may carry. 寸法 and 条件 stand over two rows in the alliance's own form. */
export const OFFER_COLUMNS = [
  optionalColumn('lineNumber', ['No.', 'No', '番号', '行番号', '№', '#']),
  column('donorName', ['企業名', '寄贈企業', '寄贈企業名', '寄付企業名', '会社名', '寄附者']),
  optionalColumn('department', ['部署', '部署名', '担当部署']),
  column('itemName', ['品名', '商品名', '品目', '品目名']),
  column('category', ['分類', 'カテゴリ', 'カテゴリー', '区分']),
  optionalColumn('gtin', ['JANコード', 'JAN', 'GTIN', 'バーコード']),
  optionalColumn('itf', ['ITFコード', 'ITF', 'GTIN-14', 'ケースJAN']),
  column('unitsPerCase', ['入数', '入り数', 'ケース入数']),
  column('cases', ['ケース数', '箱数', '数量(ケース)', '数量(箱)', '寄贈ケース数']),
  column('temperature', ['温度帯', '保管温度帯', '温度区分']),
  column('labelKind', ['期限種別', '期限区分', '期限の種類']),
  column('labelDate', ['賞味期限', '期限', '期限日', '賞味・消費期限', '賞味/消費期限']),
  optionalColumn('depth', ['寸法(mm)/縦', '縦(mm)', 'ケース寸法(mm)/縦', '奥行(mm)']),
  optionalColumn('width', ['寸法(mm)/横', '横(mm)', 'ケース寸法(mm)/横', '幅(mm)']),
  optionalColumn('height', ['寸法(mm)/高さ', '高さ(mm)', 'ケース寸法(mm)/高さ']),
  optionalColumn('caseWeight', ['ケース重量(kg)', '重量(kg)', 'ケース重量kg']),
  column('allergens', ['アレルゲン', 'アレルギー', 'アレルギー物質', '特定原材料等']),
  optionalColumn('donationReason', ['寄贈理由', '寄付理由', '理由']),
  optionalColumn('hub', ['集約拠点', '拠点', '納品拠点']),
  optionalColumn('minimum', ['条件/最小ロット/団体', '最小ロット/団体', '最小ロット', '最低出荷単位', '条件/最低出荷単位']),
  column('condition', ['条件/その他', '条件', '提供条件', 'その他条件', '条件/提供条件']),
  optionalColumn('referenceRetail', ['参考小売単価', '参考小売価格', '参考上代']),
  optionalColumn('book', ['帳簿単価', '帳簿価額', '簿価']),
  column('freight', ['送料負担', '運賃負担', '送料']),
  optionalColumn('availableFrom', ['出荷可能日', '出荷可能日から', '引渡可能日']),
  optionalColumn('answerWantedBy', ['回答期限', '回答希望日', '返答期限']),
  optionalColumn('remarks', ['備考', '摘要', '特記事項']),
] as const;

type KeyOf<C> = C extends Column<infer K> ? K : never;
export type OfferColumn = KeyOf<(typeof OFFER_COLUMNS)[number]>;
export type OfferRow = RowReader<OfferColumn>;
