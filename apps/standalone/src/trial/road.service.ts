import { Injectable } from '@nestjs/common';
import { Database } from '@wakachi/database';
import { Donor, Lot } from '@wakachi/donations';
import { RecipientGroup } from '@wakachi/groups';
import { addDays, deriveId } from '@wakachi/kernel';
import {
  type CountedLine,
  Hub,
  HubIntake,
  HubIntakes,
  Receipts,
  Shipment,
  ShipmentLine,
  Shipments,
  SiteNotConfirmed,
} from '@wakachi/logistics';
import { Award } from '@wakachi/rounds';
import { TrialClock } from './trial-clock.js';
import type { Trial } from './trial-files.js';
import { whoIs } from './trial-people.js';

/** Days before the arrival day on which the hubs count in and send out. */
const INTAKE_DAYS_BEFORE = 2;
const DISPATCH_DAYS_BEFORE = 1;

/** The goods' way: counted in at the hubs, dispatched, received — with one thing short, one damaged, and one left on the road. */
@Injectable()
export class Road {
  constructor(
    private readonly db: Database,
    private readonly intakes: HubIntakes,
    private readonly shipments: Shipments,
    private readonly receipts: Receipts,
    private readonly clock: TrialClock,
  ) {}

  async carry(trial: Trial, roundId: string): Promise<void> {
    this.clock.standAt(addDays(trial.arrivalDate, -INTAKE_DAYS_BEFORE));
    await this.countIn(trial, roundId);
    this.clock.standAt(addDays(trial.arrivalDate, -DISPATCH_DAYS_BEFORE));
    await this.shipments.order(trial.networkId, roundId);
    await this.dispatch(trial, roundId);
    await this.receive(trial, roundId);
  }

  /** What was awarded comes to its hub whole; of what was not — a held lot, a leftover — the first half has come so far. */
  private async countIn(trial: Trial, roundId: string): Promise<void> {
    const { lots, awarded } = await this.db.inNetwork(trial.networkId, async (tx) => {
      const done = new Set((await tx.find(HubIntake)).map((intake) => intake.lotId));
      const pooled = (await tx.find(Lot, { order: { lineNumber: 'ASC', id: 'ASC' } })).filter(
        (lot) => lot.hubId !== null && !done.has(lot.id),
      );
      return { lots: pooled, awarded: new Set((await tx.findBy(Award, { roundId })).map((award) => award.lotId)) };
    });
    for (const lot of lots) {
      const cases = awarded.has(lot.id) ? lot.cases : Math.ceil(lot.cases / 2);
      await this.intakes.countIn(trial.networkId, {
        intakeId: deriveId('trial-intake', roundId, lot.id),
        hubId: lot.hubId as string,
        lotId: lot.id,
        countedUnits: cases * lot.unitsPerCase,
        countedBy: whoIs(trial, 'kyoten'),
      });
    }
  }

  /** A group whose delivery site is not known yet keeps its reservation until it is. */
  private async dispatch(trial: Trial, roundId: string): Promise<void> {
    for (const shipment of await this.shipmentsOf(trial, roundId)) {
      if (shipment.status !== 'ordered') continue;
      try {
        await this.shipments.dispatch(trial.networkId, shipment.id, whoIs(trial, 'kyoten'));
      } catch (error) {
        if (!(error instanceof SiteNotConfirmed)) throw error;
      }
    }
  }

  private async receive(trial: Trial, roundId: string): Promise<void> {
    const sent = (await this.shipmentsOf(trial, roundId)).filter((shipment) => shipment.status !== 'ordered');
    for (const [index, shipment] of sent.entries()) {
      const isLeftOnTheRoad = index === sent.length - 1 && sent.length > 1;
      if (shipment.status === 'received' || isLeftOnTheRoad) continue;
      this.clock.standAt(shipment.plannedOn);
      const lines = await this.linesOf(trial, shipment);
      await this.receipts.confirm(trial.networkId, shipment.id, counted(lines, index), whoIs(trial, 'dantai'));
    }
  }

  private linesOf(trial: Trial, shipment: Shipment): Promise<ShipmentLine[]> {
    return this.db.inNetwork(trial.networkId, async (tx) => {
      const lineNumbers = new Map((await tx.find(Lot)).map((lot) => [lot.id, lot.lineNumber]));
      const place = (line: ShipmentLine) => lineNumbers.get(line.lotId) ?? 0;
      return (await tx.findBy(ShipmentLine, { shipmentId: shipment.id })).sort((a, b) => place(a) - place(b));
    });
  }

  /** In an order that does not depend on chance: by the day, then by the group's code. */
  private shipmentsOf(trial: Trial, roundId: string): Promise<Shipment[]> {
    return this.db.inNetwork(trial.networkId, async (tx) => {
      const codes = new Map((await tx.find(RecipientGroup)).map((group) => [group.id, group.code]));
      const origins = new Map([...(await tx.find(Hub)), ...(await tx.find(Donor))].map(({ id, name }) => [id, name]));
      const key = (s: Shipment) => `${s.plannedOn} ${codes.get(s.groupId)} ${origins.get((s.hubId ?? s.donorId) as string)}`;
      return (await tx.findBy(Shipment, { roundId })).sort((a, b) => (key(a) < key(b) ? -1 : 1));
    });
  }
}

/** The first receipt is one case short, or all of its first line where that is less; the second has some broken. */
function counted(lines: readonly ShipmentLine[], index: number): CountedLine[] {
  return lines.map((line, i) => {
    const oneCase = line.units / line.cases;
    const short = index === 0 && i === 0 ? oneCase : 0;
    const damaged = index === 1 && i === 0 ? Math.ceil(oneCase / 4) : 0;
    return { shipmentLineId: line.id, received: line.units - short - damaged, short, damaged };
  });
}
