import { printTable } from '@wakachi/exchange';
import { nameOfKind } from '../corrections/kinds.js';
import { monthAfter, startOfMonth } from '../periods/month.js';
import type { BookOfLot, BookRow, BookTotals, StockBook } from './stock-book.js';

const COLUMNS = [
  { heading: '日付', width: 50 },
  { heading: '伝票番号', width: 44, numeric: true },
  { heading: '摘要', width: null },
  { heading: '受入', width: 52, numeric: true },
  { heading: '払出', width: 52, numeric: true },
  { heading: '残', width: 56, numeric: true },
];

/** 受払簿 on A4, in Japanese: whoever asks for it shows it to an office. */
export function printStockBook(book: StockBook): Promise<Buffer> {
  const [year, month] = book.month.split('-').map(Number);
  return printTable({
    title: `受払簿　${year}年${month}月`,
    notes: [
      `${book.network}　／　${book.place ?? '全拠点・全団体'}`,
      `${book.closed ? '締め済み' : '未締め（今後の記帳で変わることがあります）'}　／　単位：個`,
    ],
    columns: COLUMNS,
    sections: [
      ...book.lots.map((lot) => ({ heading: lot.lot, rows: linesOfLot(lot) })),
      { heading: '合計', rows: [totalsLine('期首在庫からの合計', book.totals)] },
    ],
    footer: `${book.network}　受払簿　${book.month}`,
    createdAt: startOfMonth(monthAfter(book.month)),
  });
}

function linesOfLot(lot: BookOfLot): string[][] {
  return [['', '', '前月繰越', '', '', units(lot.opening)], ...lot.rows.map(line), totalsLine('当月計・次月繰越', lot)];
}

function line(row: BookRow): string[] {
  const { day, voucher, balance } = row;
  return [day, String(voucher), summaryOf(row), unitsOrBlank(row.received), unitsOrBlank(row.issued), units(balance)];
}

function totalsLine(label: string, { received, issued, closing }: BookTotals): string[] {
  return ['', '', label, units(received), units(issued), units(closing)];
}

/** 摘要: what it was, from or to where, and why. */
function summaryOf({ kind, counterAccount, reason, reversesVoucher }: BookRow): string {
  const takesBack = reversesVoucher === null ? '' : `（伝票 ${reversesVoucher} の取消）`;
  return `${nameOfKind(kind).ja}${takesBack}　${counterAccount}${reason === null ? '' : `　${reason}`}`;
}

function unitsOrBlank(count: number): string {
  return count === 0 ? '' : units(count);
}

function units(count: number): string {
  return count.toLocaleString('en-US');
}
