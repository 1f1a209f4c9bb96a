import { Injectable } from '@nestjs/common';
import { plainArray, type SqlExecutor } from '@wakachi/database';
import { Clock } from '@wakachi/kernel';
import { ledgerCommands, ledgerPostings } from '@wakachi/platform';
import { type Account, accountId } from './account.js';
import { commandBody, type PostCommand, type ReverseCommand } from './command.js';
import {
  AlreadyReversed,
  IdempotencyConflict,
  InsufficientStock,
  MalformedPosting,
  PeriodClosed,
  UnknownAccount,
  UnknownLot,
  UnknownTransaction,
} from './errors.js';

export interface Posted {
  /** False when the same command had been applied before. */
  readonly applied: boolean;
  /** The place in the network's journal. */
  readonly journalSeq: number;
}

interface Accepted {
  readonly outcome: 'applied' | 'already-applied';
  readonly seq: number;
}

type Refused =
  | { outcome: 'idempotency-conflict' | 'malformed-posting' | 'period-closed' }
  | { outcome: 'unknown-account'; account: string }
  | { outcome: 'unknown-lot'; lot: string }
  | { outcome: 'unknown-transaction' | 'already-reversed'; transaction: string }
  | { outcome: 'insufficient'; account: string; lot: string; available: number; wanted: number };

export type LedgerOutcome = Accepted | Refused;

/**
 * The one place where quantities move. A command that belongs to a state change runs in that transaction; one that only posts
 * may be given the pool: the SQL function sets the network itself.
 */
@Injectable()
export class StockLedger {
  constructor(private readonly clock: Clock) {}

  /** Opens what is not open yet, and returns the accounts' ids in the same order. */
  async openAccounts(tx: SqlExecutor, networkId: string, accounts: readonly Account[]): Promise<string[]> {
    const ids = accounts.map((account) => accountId(networkId, account));
    await tx.query('SELECT ledger_open_accounts($1, $2, $3, $4, $5, $6)', [
      networkId,
      plainArray(ids),
      plainArray(accounts.map(({ kind }) => kind)),
      plainArray(accounts.map(({ placeId }) => placeId)),
      plainArray(accounts.map(({ referenceId }) => referenceId)),
      accounts.map(({ label }) => label),
    ]);
    return ids;
  }

  async openLots(tx: SqlExecutor, networkId: string, lots: readonly { id: string; label: string }[]): Promise<void> {
    await tx.query('SELECT ledger_open_lots($1, $2)', [networkId, JSON.stringify(lots.map(({ id, label }) => ({ id, label })))]);
  }

  /**
   * Applies all postings or none, once. Throws InsufficientStock, IdempotencyConflict, PeriodClosed, UnknownAccount,
   * UnknownLot, MalformedPosting.
   */
  post(tx: SqlExecutor, networkId: string, command: PostCommand): Promise<Posted> {
    return this.send(tx, networkId, command);
  }

  /**
   * Applies all commands, or none when any of them is no plain first posting (known already, refused, malformed): then false, and
   * posting them one by one says what is wrong with which.
   */
  async postAll(tx: SqlExecutor, networkId: string, commands: readonly PostCommand[]): Promise<boolean> {
    if (!commands.every(isWhole)) return false;
    const rows = await tx.query<{ applied: boolean }[]>('SELECT ledger_post_all($1, $2, $3, $4) AS applied', [
      networkId,
      commands.map((command) => command.commandId),
      commands.map(commandBody),
      this.clock.now(),
    ]);
    if (!rows[0]?.applied) return false;
    for (const { kind, postings } of commands) {
      ledgerCommands.inc({ kind, outcome: 'applied' });
      ledgerPostings.inc(postings.length);
    }
    return true;
  }

  /**
   * Takes every posting of an earlier command back; the original stays as it is (赤伝).
   * Throws UnknownTransaction, AlreadyReversed, InsufficientStock, IdempotencyConflict, PeriodClosed.
   */
  reverse(tx: SqlExecutor, networkId: string, command: ReverseCommand): Promise<Posted> {
    return this.send(tx, networkId, command);
  }

  private async send(tx: SqlExecutor, networkId: string, command: PostCommand | ReverseCommand): Promise<Posted> {
    if (!isWhole(command)) throw new MalformedPosting();
    const rows = await tx.query<{ result: LedgerOutcome }[]>('SELECT ledger_post($1, $2, $3, $4) AS result', [
      networkId,
      command.commandId,
      commandBody(command),
      this.clock.now(),
    ]);
    return this.settle(command, (rows[0] as { result: LedgerOutcome }).result);
  }

  /** What an outcome of `ledger_post` means, for a function of the database that calls it by itself. Throws as `post` and `reverse` do. */
  settle(command: PostCommand | ReverseCommand, result: LedgerOutcome): Posted {
    ledgerCommands.inc({ kind: command.kind, outcome: result.outcome });
    if ('seq' in result) {
      if (result.outcome === 'applied' && 'postings' in command) ledgerPostings.inc(command.postings.length);
      return { applied: result.outcome === 'applied', journalSeq: result.seq };
    }
    throw refusal(command, result);
  }
}

function isWhole(command: PostCommand | ReverseCommand): boolean {
  return !('postings' in command) || command.postings.every((posting) => Number.isSafeInteger(posting.units));
}

function refusal({ commandId, effectiveAt }: PostCommand | ReverseCommand, result: Refused): Error {
  switch (result.outcome) {
    case 'insufficient':
      return new InsufficientStock(result.lot, result.account, result.available, result.wanted);
    case 'idempotency-conflict':
      return new IdempotencyConflict(commandId);
    case 'unknown-account':
      return new UnknownAccount(result.account);
    case 'unknown-lot':
      return new UnknownLot(result.lot);
    case 'unknown-transaction':
      return new UnknownTransaction(result.transaction);
    case 'already-reversed':
      return new AlreadyReversed(result.transaction);
    case 'period-closed':
      return new PeriodClosed(effectiveAt);
    case 'malformed-posting':
      return new MalformedPosting();
  }
}
