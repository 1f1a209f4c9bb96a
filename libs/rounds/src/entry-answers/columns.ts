import { type Column, column, optionalColumn, type RowReader } from '@wakachi/exchange';

/** The headers that a form's answers may carry. */
export const ENTRY_COLUMNS = [
  column('answeredAt', ['タイムスタンプ', '回答日時', '送信日時', 'Timestamp']),
  column('groupCode', ['団体コード', '団体番号', '団体ID']),
  optionalColumn('groupName', ['団体名', '名称', '団体名称']),
  column('answer', ['参加・辞退', '参加/辞退', '参加可否', '参加', '回答']),
  column('households', ['今回の世帯数', '世帯数', '申込世帯数']),
  column('ambientCases', ['受入可能箱数(常温)', '常温箱数', '受入可能箱数/常温']),
  column('chilledCases', ['受入可能箱数(冷蔵)', '冷蔵箱数', '受入可能箱数/冷蔵']),
  column('frozenCases', ['受入可能箱数(冷凍)', '冷凍箱数', '受入可能箱数/冷凍']),
  column('unavailable', ['受取不可日', '受取できない日', '受入不可日']),
  optionalColumn('wishes', ['ご要望', '要望', '備考']),
] as const;

type KeyOf<C> = C extends Column<infer K> ? K : never;
export type EntryColumn = KeyOf<(typeof ENTRY_COLUMNS)[number]>;
export type EntryRow = RowReader<EntryColumn>;
