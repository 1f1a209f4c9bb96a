import { Injectable } from '@nestjs/common';
import { Database } from '@wakachi/database';
import { Lot } from '@wakachi/donations';
import { Journal } from '@wakachi/journal';
import { Clock, deriveId } from '@wakachi/kernel';
import { accounts, move, type Posting, StockLedger } from '@wakachi/stock-ledger';
import type { EntityManager } from 'typeorm';
import { ReceiptDoesNotAddUp, ReceiptLineMissing, ReceiptLineUnknown } from './errors.js';
import { Receipt, ReceiptLine } from './receipt.entity.js';
import { type Shipment, ShipmentLine } from './shipment.entity.js';
import { lockedShipment } from './shipments.service.js';

export interface CountedLine {
  readonly shipmentLineId: string;
  readonly received: number;
  readonly short: number;
  readonly damaged: number;
  readonly note?: string;
}

interface CheckedLine {
  readonly line: ReceiptLine;
  readonly lotId: string;
}

@Injectable()
export class Receipts {
  constructor(
    private readonly db: Database,
    private readonly ledger: StockLedger,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /**
   * The group confirms what came. Good units become its stock, damaged ones are disposed of, missing ones are lost; each is a
   * posting. The same receipt sent again, from a phone that lost its signal, changes nothing.
   * Throws ShipmentNotFound, ShipmentInWrongState, ReceiptLineMissing, ReceiptLineUnknown, ReceiptDoesNotAddUp, IdempotencyConflict.
   */
  confirm(networkId: string, shipmentId: string, counted: readonly CountedLine[], by: string): Promise<{ replayed: boolean }> {
    return this.db.inNetwork(networkId, async (tx) => {
      const shipment = await lockedShipment(tx, shipmentId);
      const receiptId = deriveId('receipt', shipmentId);
      const lines = await this.checkedLines(tx, shipment, receiptId, counted);
      const earlier = await tx.findOneBy(Receipt, { id: receiptId });
      if (earlier) {
        await this.post(tx, shipment, earlier, lines);
        return { replayed: true };
      }
      shipment.receive();
      await tx.save(shipment);
      const now = this.clock.now();
      await tx.insert(Receipt, { networkId, id: receiptId, shipmentId, receivedAt: now, receivedBy: by });
      await tx.insert(
        ReceiptLine,
        lines.map(({ line }) => line),
      );
      await this.post(tx, shipment, { id: receiptId, receivedAt: now, receivedBy: by }, lines);
      await this.noteDiscrepancies(tx, shipment, receiptId, lines, by);
      return { replayed: false };
    });
  }

  /** For a receipt that is there already this finds it applied, or other counts under its id. */
  private async post(
    tx: EntityManager,
    shipment: Shipment,
    receipt: Pick<Receipt, 'id' | 'receivedAt' | 'receivedBy'>,
    lines: readonly CheckedLine[],
  ): Promise<void> {
    await this.ledger.post(tx, shipment.networkId, {
      commandId: receipt.id,
      kind: 'receipt',
      effectiveAt: receipt.receivedAt,
      actorId: receipt.receivedBy,
      reason: null,
      postings: lines.flatMap(({ line, lotId }) => postingsOf(shipment, lotId, line)),
    });
  }

  private async checkedLines(tx: EntityManager, shipment: Shipment, receiptId: string, counted: readonly CountedLine[]) {
    const sent = await tx.find(ShipmentLine, { where: { shipmentId: shipment.id }, order: { id: 'ASC' } });
    const countOf = new Map(counted.map((line) => [line.shipmentLineId, line]));
    const superfluous = counted.find(
      (line) => countOf.get(line.shipmentLineId) !== line || !sent.some(({ id }) => id === line.shipmentLineId),
    );
    if (superfluous) throw new ReceiptLineUnknown(superfluous.shipmentLineId);
    const checked: CheckedLine[] = [];
    for (const line of sent) {
      const count = countOf.get(line.id);
      if (!count) throw new ReceiptLineMissing(line.id);
      const { received, short, damaged } = count;
      if (received + short + damaged !== line.units || Math.min(received, short, damaged) < 0) {
        const lot = await tx.findOneByOrFail(Lot, { id: line.lotId });
        throw new ReceiptDoesNotAddUp(lot.name, line.units, { received, short, damaged });
      }
      checked.push({ line: receiptLine(shipment, receiptId, line, count), lotId: line.lotId });
    }
    return checked;
  }

  private async noteDiscrepancies(
    tx: EntityManager,
    shipment: Shipment,
    receiptId: string,
    lines: readonly CheckedLine[],
    by: string,
  ): Promise<void> {
    const differing = lines.filter(({ line }) => line.shortUnits > 0 || line.damagedUnits > 0);
    if (differing.length === 0) return;
    await this.journal.append(tx, shipment.networkId, {
      entryId: deriveId('receipt-differs', receiptId),
      kind: 'receipt-differs',
      body: {
        shipment: shipment.id,
        by,
        lines: differing.map(({ line, lotId }) => ({ lot: lotId, short: line.shortUnits, damaged: line.damagedUnits })),
      },
    });
  }
}

function receiptLine(shipment: Shipment, receiptId: string, line: ShipmentLine, count: CountedLine): ReceiptLine {
  return Object.assign(new ReceiptLine(), {
    networkId: shipment.networkId,
    id: deriveId('receipt-line', line.id),
    receiptId,
    shipmentLineId: line.id,
    receivedUnits: count.received,
    shortUnits: count.short,
    damagedUnits: count.damaged,
    note: count.note ?? null,
  });
}

function postingsOf(shipment: Shipment, lotId: string, line: ReceiptLine): Posting[] {
  const from = accounts.inTransit(shipment.id);
  const moves = [
    { to: accounts.groupOnHand(shipment.groupId), units: line.receivedUnits },
    { to: accounts.lost(), units: line.shortUnits },
    { to: accounts.disposed(shipment.groupId), units: line.damagedUnits },
  ];
  return moves.filter(({ units }) => units > 0).map(({ to, units }) => move(shipment.networkId, lotId, from, to, units));
}
