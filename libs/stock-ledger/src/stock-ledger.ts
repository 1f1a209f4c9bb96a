import { Injectable } from '@nestjs/common';
import type { SqlExecutor } from '@wakachi/database';
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
    const rows = accounts.map((a, i) => ({ id: ids[i], kind: a.kind, place: a.placeId, reference: a.referenceId, label: a.label }));
    await tx.query('SELECT ledger_open_accounts($1, $2)', [networkId, JSON.stringify(rows)]);
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
   * Takes every posting of an earlier command back; the original stays as it is (赤伝).
   * Throws UnknownTransaction, AlreadyReversed, InsufficientStock, IdempotencyConflict, PeriodClosed.
   */
  reverse(tx: SqlExecutor, networkId: string, command: ReverseCommand): Promise<Posted> {
    return this.send(tx, networkId, command);
  }

  private async send(tx: SqlExecutor, networkId: string, command: PostCommand | ReverseCommand): Promise<Posted> {
    if ('postings' in command && !command.postings.every((posting) => Number.isSafeInteger(posting.units))) throw new MalformedPosting();
    const rows = await tx.query<{ result: Accepted | Refused }[]>('SELECT ledger_post($1, $2, $3, $4) AS result', [
      networkId,
      command.commandId,
      commandBody(command),
      this.clock.now(),
    ]);
    const result = (rows[0] as { result: Accepted | Refused }).result;
    ledgerCommands.inc({ kind: command.kind, outcome: result.outcome });
    if ('seq' in result) {
      if (result.outcome === 'applied' && 'postings' in command) ledgerPostings.inc(command.postings.length);
      return { applied: result.outcome === 'applied', journalSeq: result.seq };
    }
    throw refusal(command, result);
  }
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
