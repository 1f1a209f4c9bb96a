import { type Column, column, optionalColumn, type RowReader } from '@wakachi/exchange';

/** The headers a register of groups may carry. Capacities are in litres: another unit is another column. */
export const GROUP_COLUMNS = [
  column('code', ['団体コード', '団体番号', '団体ID']),
  column('name', ['団体名', '名称', '団体名称']),
  optionalColumn('kana', ['フリガナ', 'ふりがな', '団体名カナ', 'カナ']),
  optionalColumn('legalForm', ['法人格', '法人種別', '法人形態']),
  optionalColumn('corporateNumber', ['法人番号']),
  optionalColumn('activity', ['活動種別', '活動内容', '活動']),
  column('postcode', ['郵便番号', '〒']),
  column('prefecture', ['都道府県', '都道府県名']),
  column('city', ['市区町村', '市町村', '市区郡町村']),
  column('street', ['町名番地', '番地', '町域番地', '住所']),
  column('phone', ['電話番号', '電話', 'TEL']),
  optionalColumn('mail', ['メール', 'メールアドレス', 'E-mail', 'email']),
  column('households', ['世帯数', '支援世帯数', '登録世帯数']),
  optionalColumn('children', ['子ども数', 'こども数', '子供数', '児童数']),
  column('ambientCapacity', ['常温容量L', '常温容量(L)', '常温(L)']),
  column('chilledCapacity', ['冷蔵容量L', '冷蔵容量(L)', '冷蔵(L)']),
  column('frozenCapacity', ['冷凍容量L', '冷凍容量(L)', '冷凍(L)']),
  column('weekdays', ['受取曜日', '受取可能曜日', '受入曜日']),
  optionalColumn('halfDay', ['午前午後', '午前・午後', '時間帯', '受取時間帯']),
  column('refusals', ['受取不可', '受取不可品', '受取できないもの']),
  optionalColumn('allergyHandling', ['アレルギー配慮', 'アレルギー対応']),
  column('hygieneManager', ['食品衛生責任者', '衛生責任者']),
  column('insuranceUntil', ['保険満期日', '保険期限', '保険有効期限']),
  column('agreementFrom', ['合意書締結日', '合意締結日']),
  column('agreementUntil', ['合意書有効期限', '合意書期限', '合意有効期限']),
  optionalColumn('forklift', ['フォークリフト']),
  optionalColumn('largestVehicle', ['最大車格', '車格', '進入可能車両']),
  optionalColumn('contactBy', ['連絡方法', '連絡手段']),
  optionalColumn('fax', ['FAX番号', 'FAX', 'ファックス']),
  optionalColumn('site', ['納品先', '納品先住所', '配送先']),
] as const;

type KeyOf<C> = C extends Column<infer K> ? K : never;
export type GroupColumn = KeyOf<(typeof GROUP_COLUMNS)[number]>;
export type GroupRow = RowReader<GroupColumn>;
