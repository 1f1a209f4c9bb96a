import { Injectable } from '@nestjs/common';
import { Database } from '@wakachi/database';
import { Journal } from '@wakachi/journal';
import { Clock, DomainError, defineMessages, deriveId } from '@wakachi/kernel';
import { Lot } from './lot.entity.js';
import { LotHold } from './lot-hold.entity.js';

const messages = defineMessages({
  'not-labelled': {
    ja: '{lot} は分類がわからず、期限またはアレルゲンもないため、配分に出せません。シートを直して取り込み直してください。',
    en: '{lot} has an unknown category and no date or allergens, so it cannot be allocated. Mend the sheet and import it again.',
  },
  'lot-not-found': { ja: 'この品目は見つかりません。', en: 'There is no such lot.' },
  'not-found': { ja: 'この保留は見つかりません。', en: 'There is no such hold.' },
});

export class HoldNotFound extends DomainError {
  constructor(holdId: string) {
    super('hold-not-found', 'not-found', messages('not-found'), { holdId });
  }
}

/** Food without a date or allergen data is never published, whoever has read its hold. */
export class LotNotLabelled extends DomainError {
  constructor(lot: Lot) {
    super('lot-not-labelled', 'conflict', messages('not-labelled', { lot: lot.name }), { lotId: lot.id });
  }
}

export class LotNotFound extends DomainError {
  constructor(lotId: string) {
    super('lot-not-found', 'not-found', messages('lot-not-found'), { lotId });
  }
}

@Injectable()
export class LotHolds {
  constructor(
    private readonly db: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** A person has read the donor's words and says what they mean; the lot is free once all its holds are read. Throws HoldNotFound, HoldAlreadyRead, LotNotLabelled. */
  read(networkId: string, holdId: string, by: string, resolution: string): Promise<void> {
    return this.db.inNetwork(networkId, async (tx) => {
      const hold = await tx.findOne(LotHold, { where: { id: holdId }, lock: { mode: 'pessimistic_write' } });
      if (!hold) throw new HoldNotFound(holdId);
      const lot = await tx.findOneByOrFail(Lot, { id: hold.lotId });
      if (lot.food && (lot.allergens === null || lot.effectiveUntil === null)) throw new LotNotLabelled(lot);
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
