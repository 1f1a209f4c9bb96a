import { Injectable } from '@nestjs/common';
import { Item } from '@wakachi/catalogue';
import { Clock } from '@wakachi/kernel';
import { accounts, move, StockLedger } from '@wakachi/stock-ledger';
import type { EntityManager } from 'typeorm';
import { Lot } from './lot.entity.js';
import { LotHold } from './lot-hold.entity.js';
import type { LotRows } from './lot-rows.js';
import { Offer } from './offer.entity.js';

interface Taking {
  /** Idempotency: the pledge's own id. */
  readonly commandId: string;
  readonly actorId: string;
}

/** Where offers are entered, whether they came by sheet or by form: rows, the lots' places in the ledger, and the pledge. */
@Injectable()
export class OfferBook {
  constructor(
    private readonly ledger: StockLedger,
    private readonly clock: Clock,
  ) {}

  /** The donors and their accounts are there already. */
  async enter(tx: EntityManager, networkId: string, rows: readonly LotRows[], taking: Taking): Promise<void> {
    const items = [...new Map(rows.map((row) => [row.item.id, row.item])).values()];
    await tx.createQueryBuilder().insert().into(Item).values(items).orIgnore().execute();
    await tx.insert(
      Offer,
      rows.map((row) => row.offer),
    );
    const lots = rows.map((row) => row.lot);
    await this.ledger.openLots(
      tx,
      networkId,
      lots.map((lot) => ({ id: lot.id, label: `No.${lot.lineNumber} ${lot.name}` })),
    );
    await tx.insert(Lot, lots);
    await tx.insert(
      LotHold,
      rows.flatMap((row) => row.holds),
    );
    await this.pledge(tx, networkId, lots, taking);
  }

  private async pledge(tx: EntityManager, networkId: string, lots: readonly Lot[], { commandId, actorId }: Taking): Promise<void> {
    await this.ledger.post(tx, networkId, {
      commandId,
      kind: 'pledge',
      effectiveAt: this.clock.now(),
      actorId,
      reason: null,
      postings: lots.map((lot) =>
        move(networkId, lot.id, accounts.donorSource(lot.donorId), accounts.donorPledged(lot.donorId), lot.cases * lot.unitsPerCase),
      ),
    });
  }
}
