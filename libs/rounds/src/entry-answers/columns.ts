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
  optionalColumn('infants', ['乳児数', '乳児', '乳児(0歳)', '0歳']),
  optionalColumn('toddlers', ['幼児数', '幼児', '幼児(1〜5歳)', '未就学児']),
  optionalColumn('school-children', ['児童生徒数', '児童生徒', '小中高生', '小中高生数']),
  optionalColumn('women', ['女性数', '女性', '生理用品が必要な人数']),
  optionalColumn('elderly', ['高齢者数', '高齢者', '65歳以上']),
  optionalColumn('wishes', ['ご要望', '要望', '備考']),
] as const;

type KeyOf<C> = C extends Column<infer K> ? K : never;
export type EntryColumn = KeyOf<(typeof ENTRY_COLUMNS)[number]>;
export type EntryRow = RowReader<EntryColumn>;
