import { Injectable } from '@nestjs/common';
import { Person } from '@wakachi/access';
import { Database } from '@wakachi/database';
import { Clock, newId } from '@wakachi/kernel';
import { UnknownTransaction } from '../errors.js';
import { StockLedger } from '../stock-ledger.js';
import { MayNotReverse, MendedOtherwise } from './errors.js';
import { otherWayFor } from './kinds.js';

@Injectable()
export class Corrections {
  constructor(
    private readonly db: Database,
    private readonly ledger: StockLedger,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes a posting back, as of now: the original's month may be closed. Returns the id of the new posting.
   * Throws MayNotReverse, UnknownTransaction, MendedOtherwise, AlreadyReversed, InsufficientStock.
   */
  reverse(networkId: string, commandId: string, reason: string, by: string): Promise<string> {
    return this.db.inNetwork(networkId, async (tx) => {
      const person = await tx.findOneBy(Person, { id: by });
      if (!person?.mayApprove()) throw new MayNotReverse();
      const [original] = await tx.query<{ kind: string; effective_at: Date }[]>(
        'SELECT kind, effective_at FROM ledger_transaction WHERE command_id = $1',
        [commandId],
      );
      if (!original) throw new UnknownTransaction(commandId);
      if (otherWayFor(original.kind)) throw new MendedOtherwise(commandId, original.kind);
      const reversal = newId(this.clock);
      // What is dated ahead cannot be taken back before its day.
      const effectiveAt = new Date(Math.max(this.clock.now().getTime(), original.effective_at.getTime()));
      await this.ledger.reverse(tx, networkId, {
        commandId: reversal,
        kind: 'reversal',
        effectiveAt,
        actorId: by,
        reason,
        reverses: commandId,
      });
      return reversal;
    });
  }
}
