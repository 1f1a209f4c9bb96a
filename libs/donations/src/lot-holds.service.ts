import { Injectable } from '@nestjs/common';
import { Database } from '@wakachi/database';
import { Journal } from '@wakachi/journal';
import { Clock, DomainError, defineMessages, deriveId } from '@wakachi/kernel';
import { LotHold } from './lot-hold.entity.js';

const messages = defineMessages({
  'not-found': { ja: 'この保留は見つかりません。', en: 'There is no such hold.' },
});

export class HoldNotFound extends DomainError {
  constructor(holdId: string) {
    super('hold-not-found', 'not-found', messages('not-found'), { holdId });
  }
}

@Injectable()
export class LotHolds {
  constructor(
    private readonly db: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** A person has read the donor's words and says what they mean; the lot is free once all its holds are read. Throws HoldNotFound, HoldAlreadyRead. */
  read(networkId: string, holdId: string, by: string, resolution: string): Promise<void> {
    return this.db.inNetwork(networkId, async (tx) => {
      const hold = await tx.findOne(LotHold, { where: { id: holdId }, lock: { mode: 'pessimistic_write' } });
      if (!hold) throw new HoldNotFound(holdId);
      hold.read(by, this.clock.now(), resolution);
      await tx.save(hold);
      await this.journal.append(tx, networkId, {
        entryId: deriveId('hold-read', holdId),
        kind: 'hold-read',
        body: { hold: holdId, lot: hold.lotId, by },
      });
    });
  }
}
