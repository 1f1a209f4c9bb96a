import { type Bilingual, defineMessages } from '@wakachi/kernel';

const catalogue = {
  'empty-file': { ja: 'ファイルが空です', en: 'The file is empty' },
  'file-too-large': { ja: 'ファイルが大きすぎます（上限 {limit} MB）', en: 'The file is too large (limit {limit} MB)' },
  'not-a-sheet': { ja: 'Excel（.xlsx）でも CSV でもありません', en: 'This is neither Excel (.xlsx) nor CSV' },
  'old-or-encrypted-excel': {
    ja: '旧形式（.xls）またはパスワード付きの Excel は読めません。パスワードなしの .xlsx で保存し直してください',
    en: 'An old (.xls) or password-protected Excel file cannot be read. Save it as .xlsx without a password',
  },
  'html-not-excel': {
    ja: '中身が HTML です（.xls という名前でも Excel ではありません）。Excel で開いて .xlsx で保存し直してください',
    en: 'The content is HTML, whatever its name says. Open it in Excel and save it as .xlsx',
  },
  'corrupt-zip': {
    ja: 'ファイルが壊れています。もう一度保存するか、送り直してください',
    en: 'The file is damaged. Save it again or ask for it again',
  },
  'encrypted-zip': { ja: '暗号化されたファイルは読めません', en: 'An encrypted file cannot be read' },
  'zip-path': { ja: 'ファイルの中に不正なパスがあります: {name}', en: 'The file holds an improper path: {name}' },
  'zip-too-many-entries': { ja: 'ファイルの中の部品が多すぎます（{count}）', en: 'The file holds too many parts ({count})' },
  'zip-bomb': { ja: '展開すると大きすぎるため読みません', en: 'The file would grow too large when unpacked and is not read' },
  'not-a-workbook': { ja: '圧縮ファイルですが Excel のブックではありません', en: 'A zip file, but not an Excel workbook' },
  'sheet-unparsable': { ja: 'Excel のブックとして読めません', en: 'It cannot be read as an Excel workbook' },
  'parse-limit': {
    ja: '読み取りが時間または記憶域の上限を超えたため中止しました',
    en: 'Reading was stopped at its limit of time or memory',
  },
  'too-many-rows': { ja: '行が多すぎます（上限 {limit} 行）', en: 'Too many rows (limit {limit})' },
  'too-many-columns': { ja: '列が多すぎます（上限 {limit} 列）', en: 'Too many columns (limit {limit})' },
  'no-visible-sheet': { ja: '表示されているシートに内容がありません', en: 'No visible sheet has any content' },
  'sheet-not-read': {
    ja: 'シート「{sheet}」は読んでいません（最初のシートだけを読みます）',
    en: 'Sheet "{sheet}" was not read (only the first is)',
  },
  'hidden-row-read': { ja: '非表示の行も読みました', en: 'A hidden row was read too' },
  utf16: {
    ja: 'UTF-16 の CSV は読めません。UTF-8 または Shift_JIS（CP932）で保存してください',
    en: 'UTF-16 CSV cannot be read. Save it as UTF-8 or Shift_JIS (CP932)',
  },
  'claims-utf8': {
    ja: 'UTF-8 の印（BOM）がありますが、{line} 行目が UTF-8 ではありません。文字コードを選び直して保存してください',
    en: 'The file claims UTF-8 by its mark (BOM), but line {line} is not UTF-8. Save it again with one encoding',
  },
  'unknown-encoding': {
    ja: '{line} 行目が UTF-8 でも Shift_JIS（CP932）でも読めません',
    en: 'Line {line} can be read neither as UTF-8 nor as Shift_JIS (CP932)',
  },
  'csv-broken': { ja: '{line} 行目の付近で CSV の引用符（"）が閉じていません', en: 'A CSV quote (") is not closed near line {line}' },
  'header-not-found': { ja: '見出し行が見つかりません', en: 'No header row was found' },
  'unknown-column': { ja: '知らない見出しです: 「{header}」', en: 'Unknown header: "{header}"' },
  'missing-column': { ja: '見出し「{header}」がありません', en: 'Header "{header}" is missing' },
  'duplicate-column': {
    ja: '見出し「{header}」が {first} と {second} に重なっています',
    en: 'Header "{header}" stands at both {first} and {second}',
  },
  'data-without-header': { ja: '見出しのない列に値があります', en: 'There is a value in a column without a header' },
  'merged-data': { ja: 'データの行に結合セルがあります。結合を解いてください', en: 'Cells are merged among the data. Split them' },
  'formula-error': { ja: '数式がエラーです（{found}）', en: 'The formula gives an error ({found})' },
  'note-row-skipped': { ja: '注記の行として読み飛ばしました', en: 'Skipped as a row with a note' },
  'no-rows': { ja: '見出しの下にデータがありません', en: 'There is no data below the header' },
  blank: { ja: '「{column}」が空欄です', en: '"{column}" is blank' },
  'improper-characters': { ja: '表示できない文字が含まれています', en: 'The text holds characters that cannot be shown' },
  'text-too-long': { ja: '長すぎます（上限 {limit} 文字）', en: 'Too long (limit {limit} characters)' },
  'not-a-whole-number': { ja: '「{found}」は数として読めません', en: '"{found}" is not a plain whole number' },
  'number-out-of-range': { ja: '{found} は範囲外です（{min}〜{max}）', en: '{found} is out of range ({min} to {max})' },
  'not-a-weight': { ja: '「{found}」は重さ（kg）として読めません', en: '"{found}" is not a weight in kilograms' },
  'not-a-date': { ja: '「{found}」は日付として読めません', en: '"{found}" is not a date' },
  'no-such-date': { ja: '「{found}」という日はありません', en: 'There is no such day as "{found}"' },
  'date-without-year': { ja: '「{found}」には年がありません', en: '"{found}" has no year' },
  'month-only': { ja: '「{found}」には日がありません', en: '"{found}" has no day' },
  'era-ended': { ja: '「{found}」の元号はその年には終わっています', en: 'The era of "{found}" had ended by then' },
  'not-weekdays': { ja: '「{found}」は曜日として読めません', en: '"{found}" is not a list of weekdays' },
  'not-a-postcode': { ja: '「{found}」は 7 桁の郵便番号ではありません', en: '"{found}" is not a postcode of 7 digits' },
  'not-a-phone': { ja: '「{found}」は電話番号として読めません', en: '"{found}" is not a phone number' },
  'not-a-mark': { ja: '「{found}」は 有/無・○/× のどれでもありません', en: '"{found}" is neither yes (有 ○) nor no (無 ×)' },
  'not-a-choice': { ja: '「{found}」は選べる値ではありません', en: '"{found}" is not one of the choices' },
} satisfies Record<string, Bilingual>;

const expectations = {
  sheet: { ja: '.xlsx または CSV（UTF-8 / Shift_JIS）', en: '.xlsx or CSV (UTF-8 / Shift_JIS)' },
  headers: { ja: '見出し: {headers}', en: 'Headers: {headers}' },
  'known-header': { ja: '見出しのどれか: {headers}', en: 'One of the headers: {headers}' },
  once: { ja: '見出しは一度だけ', en: 'Each header once' },
  'plain-cell': { ja: '結合も数式エラーもないセル', en: 'A cell without merging or formula errors' },
  something: { ja: '値', en: 'A value' },
  'whole-number': { ja: '{min} 以上の整数（例: 120、1,000）', en: 'A whole number from {min} up (such as 120 or 1,000)' },
  'whole-number-suffix': { ja: '{min} 以上の整数（例: 24、24{suffix}）', en: 'A whole number from {min} up (such as 24 or 24{suffix})' },
  kilograms: { ja: 'kg 単位の数（例: 6.9）', en: 'Kilograms (such as 6.9)' },
  day: { ja: '年月日（例: 2027/9/26、令和9年9月26日）', en: 'A day with its year (such as 2027/9/26)' },
  'day-or-month': {
    ja: '年月日または年月（例: 2027/9/26、2027年9月）',
    en: 'A day or a month with its year (such as 2027/9/26 or 2027.09)',
  },
  weekdays: { ja: '曜日（例: 月火木、月・水）', en: 'Weekdays (such as 月火木 or 月・水)' },
  postcode: { ja: '郵便番号 7 桁（例: 152-0001）', en: 'A postcode of 7 digits (such as 152-0001)' },
  phone: { ja: '電話番号（例: 03-1234-5678）', en: 'A phone number (such as 03-1234-5678)' },
  mark: { ja: '有 / 無、○ / ×、または空欄', en: '有 or ○ for yes, 無 or × for no, or blank' },
  choice: { ja: '次のどれか: {choices}', en: 'One of: {choices}' },
  text: { ja: '文字（{limit} 文字まで）', en: 'Text of up to {limit} characters' },
} satisfies Record<string, Bilingual>;

export type ExchangeCode = keyof typeof catalogue;

export const message = defineMessages(catalogue);
export const expectation = defineMessages(expectations);
