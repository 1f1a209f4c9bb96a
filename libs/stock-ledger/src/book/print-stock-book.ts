import { printTable } from '@wakachi/exchange';
import { nameOfKind } from '../corrections/kinds.js';
import { monthAfter, startOfMonth } from '../periods/month.js';
import type { BookRow, BookTotals, StockBook } from './stock-book.js';

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
      ...book.lots.map((lot) => ({ heading: lot.lot, rows: linesOf(lot, lot.rows) })),
      { heading: '合計', rows: linesOf(book.totals, []) },
    ],
    footer: `${book.network}　受払簿　${book.month}`,
    createdAt: startOfMonth(monthAfter(book.month)),
  });
}

function linesOf(totals: BookTotals, rows: readonly BookRow[]): string[][] {
  const { opening, received, issued, closing } = totals;
  return [
    ['', '', '前月繰越', '', '', units(opening)],
    ...rows.map(line),
    ['', '', '当月計・次月繰越', units(received), units(issued), units(closing)],
  ];
}

function line(row: BookRow): string[] {
  const { day, voucher, balance } = row;
  return [day, String(voucher), summaryOf(row), unitsOrBlank(row.received), unitsOrBlank(row.issued), units(balance)];
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
