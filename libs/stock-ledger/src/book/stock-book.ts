import type { CalendarDate } from '@wakachi/kernel';
import type { Month } from '../periods/month.js';

/** One movement into or out of the stock that the book is about; one within it is not in the book. */
export interface BookRow {
  /** The Japanese day on which it took effect. */
  readonly day: CalendarDate;
  readonly voucher: number;
  readonly commandId: string;
  readonly kind: string;
  /** Where it came from or went to, in words. */
  readonly counterAccount: string;
  readonly reason: string | null;
  /** The voucher that this one takes back. */
  readonly reversesVoucher: number | null;
  readonly received: number;
  readonly issued: number;
  readonly balance: number;
}

export interface BookTotals {
  readonly opening: number;
  readonly received: number;
  readonly issued: number;
  /** Opening + received − issued, and the opening of the next month. */
  readonly closing: number;
}

export interface BookOfLot extends BookTotals {
  readonly lotId: string;
  readonly lot: string;
  readonly rows: readonly BookRow[];
}

/** 受払簿: a month's stock of a network, or of one hub or group, lot by lot, by the days on which things happened. */
export interface StockBook {
  readonly month: Month;
  readonly network: string;
  /** The place's account in words; null for all places. */
  readonly place: string | null;
  /** Nothing can be dated in it any more. */
  readonly closed: boolean;
  readonly lots: readonly BookOfLot[];
  readonly totals: BookTotals;
}

export interface OpenedLot {
  readonly lotId: string;
  readonly lot: string;
  readonly opening: number;
}

export type Movement = Omit<BookRow, 'balance'> & { readonly lotId: string };

/** The balances, from what each lot began with and what moved, in the book's order. */
export function bookOfLots(opened: readonly OpenedLot[], movements: readonly Movement[]): BookOfLot[] {
  const byLot = new Map<string, Movement[]>(opened.map(({ lotId }) => [lotId, []]));
  for (const movement of movements) byLot.get(movement.lotId)?.push(movement);
  return opened.map((lot) => bookOfLot(lot, byLot.get(lot.lotId) as Movement[]));
}

function bookOfLot(lot: OpenedLot, movements: readonly Movement[]): BookOfLot {
  let balance = lot.opening;
  const rows = movements.map(({ lotId: _, ...movement }) => {
    balance += movement.received - movement.issued;
    return { ...movement, balance };
  });
  return { ...lot, rows, received: sum(rows, 'received'), issued: sum(rows, 'issued'), closing: balance };
}

export function totalsOf(lots: readonly BookTotals[]): BookTotals {
  return { opening: sum(lots, 'opening'), received: sum(lots, 'received'), issued: sum(lots, 'issued'), closing: sum(lots, 'closing') };
}

function sum<K extends string>(rows: readonly Readonly<Record<K, number>>[], key: K): number {
  return rows.reduce((total, row) => total + row[key], 0);
}
