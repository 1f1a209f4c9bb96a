import { Injectable } from '@nestjs/common';
import { Database } from '@wakachi/database';
import { Lot } from '@wakachi/donations';
import { RecipientGroup, Site } from '@wakachi/groups';
import { Clock, deriveId } from '@wakachi/kernel';
import { Award, Round, RoundEntry, RoundNotFound } from '@wakachi/rounds';
import { accountId, accounts, move, StockLedger } from '@wakachi/stock-ledger';
import { type EntityManager, In } from 'typeorm';
import { NotCountedIn, ShipmentNotFound, SiteNotConfirmed } from './errors.js';
import { Shipment, ShipmentLine } from './shipment.entity.js';

@Injectable()
export class Shipments {
  constructor(
    private readonly db: Database,
    private readonly ledger: StockLedger,
    private readonly clock: Clock,
  ) {}

  /** Orders one shipment per hub and group, and per donor and group of direct lots, for every award that has none yet. Returns the new ones' ids. Throws RoundNotFound. */
  order(networkId: string, roundId: string): Promise<string[]> {
    return this.db.inNetwork(networkId, async (tx) => {
      // Locked: two who order at once would order everything twice.
      const round = await tx.findOne(Round, { where: { id: roundId }, lock: { mode: 'pessimistic_write' } });
      if (!round) throw new RoundNotFound(roundId);
      const ordered = new Set((await tx.find(ShipmentLine, { select: { awardId: true } })).map((line) => line.awardId));
      const awards = (await tx.find(Award, { where: { roundId }, order: { id: 'ASC' } })).filter((award) => !ordered.has(award.id));
      if (awards.length === 0) return [];
      const lots = new Map((await tx.find(Lot, { where: { id: In(awards.map((award) => award.lotId)) } })).map((lot) => [lot.id, lot]));
      const shipments = new Map<string, Shipment>();
      const days = await plannedDays(tx, round);
      const lines = awards.map((award) => {
        const shipment = shipmentFor(round, award, lots.get(award.lotId) as Lot, days.get(award.groupId) ?? round.arrivalDate);
        shipments.set(shipment.id, shipment);
        return {
          networkId,
          id: deriveId('shipment-line', award.id),
          shipmentId: shipment.id,
          awardId: award.id,
          lotId: award.lotId,
          cases: award.cases,
          units: award.units,
        };
      });
      await tx.insert(Shipment, [...shipments.values()]);
      await tx.insert(ShipmentLine, lines);
      const opened = [...shipments.keys()].map((id) => ({ ...accounts.inTransit(id), label: `輸送中 ${id.slice(0, 8)}` }));
      await this.ledger.openAccounts(tx, networkId, opened);
      return [...shipments.keys()];
    });
  }

  /** The goods leave. Throws ShipmentNotFound, ShipmentInWrongState, SiteNotConfirmed, NotCountedIn. */
  dispatch(networkId: string, shipmentId: string, by: string): Promise<void> {
    return this.db.inNetwork(networkId, async (tx) => {
      const shipment = await lockedShipment(tx, shipmentId);
      shipment.dispatch(by, this.clock.now());
      const site = await tx.findOneBy(Site, { groupId: shipment.groupId, main: true });
      if (!site?.address) throw new SiteNotConfirmed((await tx.findOneByOrFail(RecipientGroup, { id: shipment.groupId })).name);
      const lines = await tx.find(ShipmentLine, { where: { shipmentId }, order: { id: 'ASC' } });
      const place = (shipment.hubId ?? shipment.donorId) as string;
      await this.assertCountedIn(tx, place, lines);
      await tx.save(shipment);
      await this.ledger.post(tx, networkId, {
        commandId: deriveId('dispatch', shipmentId),
        kind: 'dispatch',
        effectiveAt: shipment.dispatchedAt as Date,
        actorId: by,
        reason: null,
        postings: lines.map((line) =>
          move(networkId, line.lotId, accounts.awardReserved(place, line.awardId), accounts.inTransit(shipmentId), line.units),
        ),
      });
    });
  }

  private async assertCountedIn(tx: EntityManager, place: string, lines: readonly ShipmentLine[]): Promise<void> {
    const rows = await tx.query<{ lot: string; missing: string }[]>(
      `SELECT l.label AS lot, w.units - coalesce(b.quantity, 0) AS missing
         FROM unnest($1::uuid[], $2::uuid[], $3::bigint[]) AS w (account, lot, units)
         JOIN ledger_lot l ON l.id = w.lot
         LEFT JOIN ledger_balance b ON b.account_id = w.account AND b.lot_id = w.lot
        WHERE coalesce(b.quantity, 0) < w.units ORDER BY l.label LIMIT 1`,
      [
        lines.map((line) => accountId(line.networkId, accounts.awardReserved(place, line.awardId))),
        lines.map((line) => line.lotId),
        lines.map((line) => line.units),
      ],
    );
    if (rows[0]) throw new NotCountedIn(rows[0].lot, Number(rows[0].missing));
  }
}

/** Throws ShipmentNotFound. */
export async function lockedShipment(tx: EntityManager, shipmentId: string): Promise<Shipment> {
  const shipment = await tx.findOne(Shipment, { where: { id: shipmentId }, lock: { mode: 'pessimistic_write' } });
  if (!shipment) throw new ShipmentNotFound(shipmentId);
  return shipment;
}

async function plannedDays(tx: EntityManager, round: Round): Promise<Map<string, string>> {
  const entries = new Map((await tx.findBy(RoundEntry, { roundId: round.id })).map((entry) => [entry.groupId, entry.unavailableDates]));
  const sites = await tx.findBy(Site, { main: true });
  return new Map(
    sites.map((site) => [site.groupId, site.firstReceivingDay(round.arrivalDate, entries.get(site.groupId) ?? []) ?? round.arrivalDate]),
  );
}

function shipmentFor(round: Round, award: Award, lot: Lot, plannedOn: string): Shipment {
  const origin = lot.hubId === null ? { hubId: null, donorId: lot.donorId } : { hubId: lot.hubId, donorId: null };
  return Object.assign(new Shipment(), {
    networkId: round.networkId,
    id: deriveId('shipment', round.id, award.proposalId, lot.hubId ?? lot.donorId, award.groupId),
    roundId: round.id,
    ...origin,
    groupId: award.groupId,
    plannedOn,
    status: 'ordered' as const,
    dispatchedAt: null,
    dispatchedBy: null,
  });
}
