import { Injectable } from '@nestjs/common';
import { Database } from '@wakachi/database';
import { Journal } from '@wakachi/journal';
import { Clock, deriveId, newId, todayInJapan } from '@wakachi/kernel';
import { accounts, InsufficientStock, move, StockLedger } from '@wakachi/stock-ledger';
import type { EntityManager } from 'typeorm';
import { Donors } from './donors.service.js';
import { OfferInUse, OfferNotFound } from './errors.js';
import { Lot } from './lot.entity.js';
import { lotRows } from './lot-rows.js';
import { Offer } from './offer.entity.js';
import { OfferBook } from './offer-book.service.js';
import { lineOfForm } from './offer-form/line-of-form.js';
import type { OfferForm } from './offer-form/offer-form.js';

@Injectable()
export class Offers {
  constructor(
    private readonly db: Database,
    private readonly donors: Donors,
    private readonly book: OfferBook,
    private readonly ledger: StockLedger,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Takes one offer in as it was entered; it becomes a lot and a pledge at once. Throws DonorNotFound, OfferRefused. */
  submit(networkId: string, form: OfferForm, by: string): Promise<Offer> {
    return this.db.inNetwork(networkId, async (tx) => {
      const donor = await this.donors.locked(tx, form.donorId);
      const place = { lineNumber: await nextLineNumber(tx), donorName: donor.name, asOf: todayInJapan(this.clock) };
      const offerId = newId(this.clock);
      const origin = { networkId, batchId: null, offerId, donorId: donor.id, hubId: form.hubId, submittedAt: this.clock.now() };
      const rows = lotRows(origin, lineOfForm(form, place));
      await this.book.enter(tx, networkId, [rows], { commandId: deriveId('pledge', offerId), actorId: by });
      await this.note(tx, rows.offer, 'offer-submitted', by);
      return rows.offer;
    });
  }

  /** The donor takes back what nobody has been awarded and no hub has counted in. Throws OfferNotFound, OfferWithdrawn, OfferInUse. */
  withdraw(networkId: string, offerId: string, reason: string, by: string): Promise<Offer> {
    return this.db.inNetwork(networkId, async (tx) => {
      const offer = await this.locked(tx, offerId);
      offer.withdraw();
      const lots = await tx.find(Lot, { where: { offerId }, order: { id: 'ASC' }, lock: { mode: 'pessimistic_write' } });
      await tx.save(offer);
      await this.takeBack(tx, networkId, lots, { commandId: deriveId('withdrawal', offerId), reason, actorId: by });
      await this.note(tx, offer, 'offer-withdrawn', by);
      return offer;
    });
  }

  private async takeBack(
    tx: EntityManager,
    networkId: string,
    lots: readonly Lot[],
    command: { commandId: string; reason: string; actorId: string },
  ): Promise<void> {
    const postings = lots.map((lot) =>
      move(networkId, lot.id, accounts.donorPledged(lot.donorId), accounts.donorSource(lot.donorId), lot.cases * lot.unitsPerCase),
    );
    const posted = this.ledger.post(tx, networkId, { ...command, kind: 'withdrawal', effectiveAt: this.clock.now(), postings });
    await posted.catch((error: unknown) => {
      throw error instanceof InsufficientStock ? new OfferInUse(error.lot) : error;
    });
  }

  private async locked(tx: EntityManager, offerId: string): Promise<Offer> {
    const offer = await tx.findOne(Offer, { where: { id: offerId }, lock: { mode: 'pessimistic_write' } });
    if (!offer) throw new OfferNotFound(offerId);
    return offer;
  }

  private async note(tx: EntityManager, offer: Offer, kind: string, by: string): Promise<void> {
    const entryId = deriveId(kind, offer.id);
    await this.journal.append(tx, offer.networkId, { entryId, kind, body: { offer: offer.id, donor: offer.donorId, by } });
  }
}

/** After the sheets' lines; people know a lot by its number. */
async function nextLineNumber(tx: EntityManager): Promise<number> {
  return ((await tx.maximum(Lot, 'lineNumber')) ?? 0) + 1;
}
