export { type Account, type AccountKey, type AccountKind, accountId } from './account.js';
export { accounts, move } from './accounts.js';
export type { BookOfLot, BookRow, BookTotals, StockBook } from './book/stock-book.js';
export { type BookFilter, StockBooks } from './book/stock-books.service.js';
export { commandBody, type PostCommand, type Posting, type ReverseCommand } from './command.js';
export { Corrections } from './corrections/corrections.service.js';
export { nameOfKind } from './corrections/kinds.js';
export {
  AlreadyReversed,
  IdempotencyConflict,
  InsufficientStock,
  MalformedPosting,
  PeriodClosed,
  UnknownAccount,
  UnknownLot,
  UnknownTransaction,
} from './errors.js';
export { isMonth, type Month } from './periods/month.js';
export { type ClosedMonth, Periods } from './periods/periods.service.js';
export {
  findPosting,
  type LedgerEntry,
  type PageByVoucher,
  type PostingFilter,
  type PostingLine,
  postingsPage,
} from './postings/postings.js';
export { type LedgerOutcome, type Posted, StockLedger } from './stock-ledger.js';
export { StockLedgerModule } from './stock-ledger.module.js';
export {
  balanceAt,
  type Discrepancy,
  discrepancies,
  type StockLine,
  stockOf,
  unitsByKind,
  type Whereabouts,
  whereabouts,
} from './stock-queries.js';
