import { Injectable } from '@nestjs/common';
import { Database } from '@wakachi/database';
import { Lot } from '@wakachi/donations';
import { Journal } from '@wakachi/journal';
import { Clock, deriveId } from '@wakachi/kernel';
import { type Account, accounts, move, type Posting, StockLedger } from '@wakachi/stock-ledger';
import type { EntityManager } from 'typeorm';
import { LotNotOfHub } from './errors.js';
import { HubIntake } from './hub-intake.entity.js';
import { pledgedReservations } from './pledged-reservations.js';

export interface Counted {
  /** Idempotency: the same count sent again changes nothing. */
  readonly intakeId: string;
  readonly hubId: string;
  readonly lotId: string;
  readonly countedUnits: number;
  readonly countedBy: string;
}

@Injectable()
export class HubIntakes {
  constructor(
    private readonly db: Database,
    private readonly ledger: StockLedger,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts a delivery in. Reservations that rest on the pledge are covered first, the rest is free stock of the hub; what the
   * donor still owes stays on its pledge, and what it brought beyond it is pledged by the count itself.
   *
   * Throws LotNotOfHub, InsufficientStock.
   */
  countIn(networkId: string, counted: Counted): Promise<HubIntake> {
    return this.db.inNetwork(networkId, async (tx) => {
      const earlier = await tx.findOneBy(HubIntake, { id: counted.intakeId });
      if (earlier) return earlier;
      const lot = await tx.findOne(Lot, { where: { id: counted.lotId }, lock: { mode: 'for_no_key_update' } });
      if (!lot || lot.hubId !== counted.hubId) throw new LotNotOfHub(counted.lotId, counted.hubId);
      const { opened, postings, expectedUnits } = await this.postingsFor(tx, lot, counted);
      const intake = Object.assign(new HubIntake(), {
        networkId,
        id: counted.intakeId,
        ...fieldsOf(counted),
        expectedUnits,
        countedAt: this.clock.now(),
      });
      await tx.insert(HubIntake, intake);
      const commandId = deriveId('hub-intake', counted.intakeId);
      if (postings.length > 0) {
        await this.ledger.openAccounts(tx, networkId, opened);
        await this.ledger.post(tx, networkId, {
          commandId,
          kind: 'hub-intake',
          effectiveAt: intake.countedAt,
          actorId: counted.countedBy,
          reason: null,
          postings,
        });
      }
      if (counted.countedUnits !== expectedUnits) {
        await this.journal.append(tx, networkId, {
          entryId: deriveId('hub-intake-differs', counted.intakeId),
          kind: 'hub-intake-differs',
          body: { lot: lot.id, hub: counted.hubId, expectedUnits, countedUnits: counted.countedUnits, by: counted.countedBy },
        });
      }
      return intake;
    });
  }

  private async postingsFor(
    tx: EntityManager,
    lot: Lot,
    { hubId, countedUnits }: Counted,
  ): Promise<{ opened: Account[]; postings: Posting[]; expectedUnits: number }> {
    const { reserved, pledged } = await pledgedReservations(tx, lot);
    const expectedUnits = reserved.reduce((sum, r) => sum + r.units, 0) + pledged;
    const opened: Account[] = [];
    const postings: Posting[] = [];
    let left = countedUnits;
    for (const { awardId, units, label } of reserved) {
      const covered = Math.min(units, left);
      if (covered > 0) {
        const atHub = accounts.awardReserved(hubId, awardId);
        opened.push({ ...atHub, label });
        postings.push(move(lot.networkId, lot.id, accounts.awardReserved(lot.donorId, awardId), atHub, covered));
      }
      left -= covered;
    }
    const beyond = Math.max(0, left - pledged);
    if (beyond > 0)
      postings.push(move(lot.networkId, lot.id, accounts.donorSource(lot.donorId), accounts.donorPledged(lot.donorId), beyond));
    if (left > 0) postings.push(move(lot.networkId, lot.id, accounts.donorPledged(lot.donorId), accounts.hubOnHand(hubId), left));
    return { opened, postings, expectedUnits };
  }
}

function fieldsOf({ hubId, lotId, countedUnits, countedBy }: Counted) {
  return { hubId, lotId, countedUnits, countedBy };
}
