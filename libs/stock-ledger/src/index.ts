export { type Account, type AccountKey, type AccountKind, accountId } from './account.js';
export { accounts, move } from './accounts.js';
export { commandBody, type PostCommand, type Posting, type ReverseCommand } from './command.js';
export {
  AlreadyReversed,
  IdempotencyConflict,
  InsufficientStock,
  MalformedPosting,
  UnknownAccount,
  UnknownLot,
  UnknownTransaction,
} from './errors.js';
export { type Posted, StockLedger } from './stock-ledger.js';
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
