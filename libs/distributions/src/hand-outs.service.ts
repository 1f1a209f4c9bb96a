import { Injectable } from '@nestjs/common';
import { Database } from '@wakachi/database';
import { Lot } from '@wakachi/donations';
import { type CalendarDate, Clock, DomainError, defineMessages } from '@wakachi/kernel';
import { accounts, IdempotencyConflict, move, StockLedger } from '@wakachi/stock-ledger';
import { type EntityManager, In } from 'typeorm';
import { HandOut, HandOutLine } from './hand-out.entity.js';
import { assertInDate } from './past-its-date.js';

const messages = defineMessages({
  'hand-out-not-found': { ja: 'この配布の記録は見つかりません。', en: 'There is no such hand-out.' },
});

export class HandOutNotFound extends DomainError {
  constructor(handOutId: string) {
    super('hand-out-not-found', 'not-found', messages('hand-out-not-found'), { handOutId });
  }
}

export interface NewHandOut {
  /** Made by whoever records it, so that sending it again records it once. */
  readonly id: string;
  readonly groupId: string;
  readonly roundId: string | null;
  readonly handedOutOn: CalendarDate;
  readonly households: number;
  readonly children: number;
  readonly lines: readonly { lotId: string; units: number }[];
  readonly recordedBy: string;
}

@Injectable()
export class HandOuts {
  constructor(
    private readonly db: Database,
    private readonly ledger: StockLedger,
    private readonly clock: Clock,
  ) {}

  /** Records goods handed to families out of the group's stock, once per id. Throws InsufficientStock, PastItsDate, IdempotencyConflict. */
  record(networkId: string, handOut: NewHandOut): Promise<void> {
    return this.db.inNetwork(networkId, async (tx) => {
      const { lines, ...counts } = handOut;
      const earlier = await tx.findOneBy(HandOut, { id: handOut.id });
      if (earlier) {
        if (earlier.households !== counts.households || earlier.children !== counts.children) throw new IdempotencyConflict(handOut.id);
        return this.post(tx, networkId, handOut);
      }
      await this.assertInDate(tx, handOut);
      await tx.insert(HandOut, { networkId, ...counts, recordedAt: this.clock.now() });
      await tx.insert(
        HandOutLine,
        lines.map((line) => ({ networkId, handOutId: handOut.id, ...line })),
      );
      await this.post(tx, networkId, handOut);
    });
  }

  private async post(tx: EntityManager, networkId: string, { id, groupId, handedOutOn, recordedBy, lines }: NewHandOut): Promise<void> {
    await this.ledger.post(tx, networkId, {
      commandId: id,
      kind: 'hand-out',
      effectiveAt: new Date(`${handedOutOn}T00:00:00+09:00`),
      actorId: recordedBy,
      reason: null,
      postings: lines.map((line) => move(networkId, line.lotId, accounts.groupOnHand(groupId), accounts.distributed(groupId), line.units)),
    });
  }

  private async assertInDate(tx: EntityManager, handOut: NewHandOut): Promise<void> {
    const lots = await tx.findBy(Lot, { id: In(handOut.lines.map((line) => line.lotId)) });
    for (const lot of lots) assertInDate(lot.id, lot, handOut.handedOutOn);
  }
}
