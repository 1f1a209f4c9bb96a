import type { OfferLine } from '../offer-line.js';
import { readOfferSheet } from '../read-offer-sheet.js';

export const AS_OF = '2026-11-24';

/** A line without fault, under the usual headers. */
export const GOOD = {
  'No.': '1',
  企業名: '見本食品㈱',
  部署: '物流部',
  品名: 'パックごはん',
  分類: '米飯',
  JANコード: '4569951100192',
  ITFコード: '14569951100199',
  入数: '24',
  ケース数: '98',
  温度帯: '常温',
  期限種別: '賞味期限',
  賞味期限: '2027.11',
  '縦(mm)': '420',
  '横(mm)': '290',
  '高さ(mm)': '171',
  'ケース重量(kg)': '4.9',
  アレルゲン: 'なし',
  寄贈理由: '終売',
  集約拠点: '佐賀',
  最小ロット: '',
  条件: '',
  参考小売単価: '486',
  帳簿単価: '219',
  送料負担: '事務局',
  出荷可能日: '2026/12/4',
  回答期限: '2026/11/30',
  備考: '',
} as const;
type Header = keyof typeof GOOD;
export type Cells = Partial<Record<Header, string>>;

function csv(...rows: Cells[]): Uint8Array {
  const quoted = (cells: readonly string[]) => cells.map((cell) => `"${cell}"`).join(',');
  const headers = Object.keys(GOOD) as Header[];
  const lines = rows.map((cells, index) =>
    quoted(headers.map((header) => cells[header] ?? (header === 'No.' ? String(index + 1) : GOOD[header]))),
  );
  return Buffer.from([quoted(headers), ...lines].join('\r\n'));
}

export const read = (...rows: Cells[]) => readOfferSheet(csv(...rows), 'offers.csv', { asOf: AS_OF });

export async function line(cells: Cells): Promise<OfferLine> {
  const reading = await read(cells);
  if (!reading.ok) throw new Error(reading.issues.map((issue) => issue.message.en).join('; '));
  return reading.rows[0] as OfferLine;
}

/** Severity, code, row and header of what a sheet of such lines is told. */
export async function issues(...rows: Cells[]) {
  const reading = await read(...rows);
  return (reading.ok ? reading.warnings : reading.issues).map((issue) => [issue.severity, issue.code, issue.row, issue.column]);
}
