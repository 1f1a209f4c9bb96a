import { Injectable } from '@nestjs/common';
import { Person } from '@wakachi/access';
import { Lot } from '@wakachi/donations';
import { Site } from '@wakachi/groups';
import type { CalendarDate } from '@wakachi/kernel';
import { accountId, accounts } from '@wakachi/stock-ledger';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { SiteNotFound } from '../stock-commands/errors.js';
import { assertMayKeep } from '../stock-commands/permission.js';

export interface SiteStockFilter {
  readonly lotId?: string | undefined;
  /** Goods whose last good day is not after this one. */
  readonly until?: CalendarDate | undefined;
}

/** One command that moved something in or out of a site. */
export interface Movement {
  readonly commandId: string;
  readonly voucher: number;
  readonly kind: string;
  readonly effectiveAt: Date;
  readonly recordedAt: Date;
  readonly recordedBy: string | null;
  readonly reason: string | null;
  /** The command that this one takes back. */
  readonly reverses: string | null;
  /** Units in (above zero) and out (below) by lot. */
  readonly lines: readonly { lotId: string; lotName: string; change: number }[];
}

interface MovementRow {
  readonly command_id: string;
  readonly voucher: string;
  readonly kind: string;
  readonly effective_at: Date;
  readonly recorded_at: Date;
  readonly actor_id: string | null;
  readonly reason: string | null;
  readonly reverses: string | null;
  readonly lines: Movement['lines'];
}

/** What is at a group's sites, and how it came and went: queries on the ledger. */
@Injectable()
export class SiteStocks {
  /** Anybody who may see the network's stock sees every site; people of a group see their own. Throws SiteNotFound, GroupNotYours, MembershipEnded. */
  async siteFor(tx: EntityManager, personId: string, siteId: string): Promise<Site> {
    const site = await tx.findOneBy(Site, { id: siteId });
    if (!site) throw new SiteNotFound(siteId);
    const person = await tx.findOneBy(Person, { id: personId, active: true });
    if (person?.role !== 'auditor') assertMayKeep(person, site.groupId);
    return site;
  }

  /** The lots of which the site holds something. */
  lotsAt(tx: EntityManager, site: Site, { lotId, until }: SiteStockFilter): SelectQueryBuilder<Lot> {
    const lots = tx
      .createQueryBuilder(Lot, 'lot')
      .where(
        'EXISTS (SELECT 1 FROM ledger_balance b WHERE b.network_id = lot.network_id AND b.lot_id = lot.id AND b.account_id = :account AND b.quantity > 0)',
        { account: stockAccount(site) },
      );
    if (lotId !== undefined) lots.andWhere('lot.id = :lotId', { lotId });
    if (until !== undefined) lots.andWhere('lot.effective_until <= :until', { until });
    return lots;
  }

  /** Units at the site by lot. */
  async unitsAt(tx: EntityManager, site: Site, lotIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await tx.query<{ lot_id: string; quantity: string }[]>(
      'SELECT lot_id, quantity FROM ledger_balance WHERE network_id = $1 AND account_id = $2 AND lot_id = ANY ($3)',
      [site.networkId, stockAccount(site), lotIds],
    );
    return new Map(rows.map((row) => [row.lot_id, Number(row.quantity)]));
  }

  /** By voucher, from the one after `after` on in the order asked for. */
  async movementsAt(
    tx: EntityManager,
    site: Site,
    filter: { lotId?: string | undefined; after: number | null; backwards: boolean; limit: number },
  ): Promise<Movement[]> {
    const rows = await tx.query<MovementRow[]>(movements(filter.backwards), [
      site.networkId,
      stockAccount(site),
      filter.lotId ?? null,
      filter.after,
      filter.limit,
    ]);
    return rows.map((row) => ({
      commandId: row.command_id,
      voucher: Number(row.voucher),
      kind: row.kind,
      effectiveAt: row.effective_at,
      recordedAt: row.recorded_at,
      recordedBy: row.actor_id,
      reason: row.reason,
      reverses: row.reverses,
      lines: row.lines,
    }));
  }
}

function stockAccount(site: Site): string {
  return accountId(site.networkId, accounts.groupOnHand(site.groupId, site.main ? null : site.id));
}

/** By the lots that the site ever held, whose postings have an index. */
const movements = (backwards: boolean) => `
  SELECT t.command_id, j.voucher, t.kind, t.effective_at, t.recorded_at, t.actor_id, t.reason, t.reverses,
         jsonb_agg(jsonb_build_object('lotId', p.lot_id, 'lotName', l.label, 'change', CASE WHEN p.destination_id = $2 THEN p.quantity ELSE -p.quantity END) ORDER BY p.ordinal) AS lines
    FROM ledger_balance held
    JOIN ledger_posting p ON p.network_id = held.network_id AND p.lot_id = held.lot_id AND (p.source_id = $2 OR p.destination_id = $2)
    JOIN ledger_transaction t ON t.network_id = p.network_id AND t.command_id = p.command_id
    JOIN journal_entry j ON j.network_id = p.network_id AND j.entry_id = p.command_id
    JOIN ledger_lot l ON l.network_id = p.network_id AND l.id = p.lot_id
   WHERE held.network_id = $1 AND held.account_id = $2 AND ($3::uuid IS NULL OR held.lot_id = $3) AND ($4::bigint IS NULL OR j.voucher ${backwards ? '<' : '>'} $4)
   GROUP BY t.command_id, j.voucher, t.kind, t.effective_at, t.recorded_at, t.actor_id, t.reason, t.reverses
   ORDER BY j.voucher ${backwards ? 'DESC' : 'ASC'} LIMIT $5`;
