import { Injectable } from '@nestjs/common';
import { Database } from '@wakachi/database';
import { Clock, calendarDateIn, canonicalJson, sha256 } from '@wakachi/kernel';
import { Receipts, ShipmentNotFound } from '@wakachi/logistics';
import { accounts, IdempotencyConflict, type PostCommand, StockLedger, UnknownLot } from '@wakachi/stock-ledger';
import type { EntityManager } from 'typeorm';
import { HandOut, HandOutLine } from '../hand-out.entity.js';
import { assertInDate } from '../past-its-date.js';
import { type Context, contextOf } from './context.js';
import { assertMayKeep, assertPlausible } from './permission.js';
import { postingsOf, siteOf } from './postings.js';
import type { HandOutCommand, ReceiveCommand, SiteCommand, StockCommand, StocktakeCommand } from './stock-command.js';
import { Stocktake, StocktakeLine } from './stocktake.entity.js';

export interface Applied {
  /** It had been applied before: this time nothing happened. */
  readonly replayed: boolean;
}

/** What belongs to a posting and shares its transaction. */
interface Alongside {
  readonly before?: (tx: EntityManager) => Promise<void>;
  readonly after?: (tx: EntityManager) => Promise<void>;
}

/** What a group does with its stock, each command once per id however often it is sent. */
@Injectable()
export class StockCommands {
  constructor(
    private readonly db: Database,
    private readonly ledger: StockLedger,
    private readonly receipts: Receipts,
    private readonly clock: Clock,
  ) {}

  /**
   * Applies one command, all of it or nothing. Throws MembershipEnded, GroupNotYours, TimeImplausible, SiteNotFound, SameSite,
   * PastItsDate, InsufficientStock, IdempotencyConflict, UnknownLot, PeriodClosed, and what Receipts.confirm throws.
   */
  async apply(networkId: string, by: string, command: StockCommand): Promise<Applied> {
    return this.applyIn(networkId, by, command, await this.contextFor(networkId, by, [command]));
  }

  /** What `applyIn` asks about, for all commands of a batch at once. */
  contextFor(networkId: string, by: string, commands: readonly StockCommand[]): Promise<Context> {
    return contextOf(this.db.dataSource, networkId, by, commands);
  }

  /** As `apply`, with the facts of a batch. */
  applyIn(networkId: string, by: string, command: StockCommand, context: Context): Promise<Applied> {
    return command.type === 'receive' ? this.receive(networkId, by, command, context) : this.atSite(networkId, by, command, context);
  }

  private async receive(networkId: string, by: string, command: ReceiveCommand, context: Context): Promise<Applied> {
    const groupId = context.shipments.get(command.shipmentId);
    if (groupId === undefined) throw new ShipmentNotFound(command.shipmentId);
    assertMayKeep(context.person, groupId);
    return this.receipts.confirm(networkId, command.shipmentId, command.lines, by);
  }

  private async atSite(networkId: string, by: string, command: SiteCommand, context: Context): Promise<Applied> {
    this.assertAllowed(command, context);
    const postings = postingsOf(networkId, command, context);
    const post: PostCommand = {
      commandId: command.id,
      kind: command.type,
      effectiveAt: command.occurredAt,
      actorId: by,
      reason: 'reason' in command ? command.reason : null,
      postings,
    };
    if (command.type === 'hand-out')
      return this.postWith(networkId, post, { after: (tx) => this.noteHandOut(tx, networkId, by, command, context) });
    if (command.type === 'stocktake') return this.stocktake(networkId, by, post, command, context);
    if (command.type === 'adjust')
      return this.postWith(networkId, post, { before: (tx) => this.openDifferences(tx, networkId, command, context) });
    // Nothing but the posting: one round trip, one transaction of its own.
    const { applied } = await this.ledger.post(this.db.dataSource, networkId, post);
    return { replayed: !applied };
  }

  /** What the ledger has was judged when it came; sent again it changes nothing, whoever has left since. */
  private assertAllowed(command: SiteCommand, context: Context): void {
    if (context.known.has(command.id)) return;
    assertMayKeep(context.person, siteOf(context, command.siteId).groupId);
    if (command.type === 'move') assertMayKeep(context.person, siteOf(context, command.toSiteId).groupId);
    assertPlausible(command.occurredAt, this.clock);
    if (command.type !== 'hand-out') return;
    const day = dayOf(command);
    for (const { lotId } of command.lines) {
      const lot = context.lots.get(lotId);
      if (lot) assertInDate(lotId, lot, day);
    }
  }

  /** `after` is done when the command is applied for the first time. */
  private postWith(networkId: string, post: PostCommand, { before, after }: Alongside): Promise<Applied> {
    return this.db.inNetwork(networkId, async (tx) => {
      await before?.(tx);
      const { applied } = await this.ledger.post(tx, networkId, post);
      if (applied) await after?.(tx);
      return { replayed: !applied };
    });
  }

  private async noteHandOut(tx: EntityManager, networkId: string, by: string, command: HandOutCommand, context: Context): Promise<void> {
    const { id, siteId, households, children, lines } = command;
    const { groupId } = siteOf(context, siteId);
    const counts = { households, children, handedOutOn: dayOf(command), recordedBy: by, recordedAt: this.clock.now() };
    await tx.insert(HandOut, { networkId, id, groupId, siteId, roundId: null, ...counts });
    await tx.insert(
      HandOutLine,
      lines.map((line) => ({ networkId, handOutId: id, lotId: line.lotId, units: line.units })),
    );
  }

  /** The record of the count comes first: one that found everything in place has no posting to be known by. */
  private stocktake(networkId: string, by: string, post: PostCommand, command: StocktakeCommand, context: Context): Promise<Applied> {
    // The ledger would say so, but a count that found everything in place never gets there.
    const unknown = command.lines.find(({ lotId }) => !context.lots.has(lotId));
    if (unknown) throw new UnknownLot(unknown.lotId);
    const bodySha256 = sha256(canonicalJson({ ...command, occurredAt: command.occurredAt.toISOString(), by }));
    return this.db.inNetwork(networkId, async (tx) => {
      const count = { networkId, id: command.id, siteId: command.siteId, countedAt: command.occurredAt, countedBy: by, bodySha256 };
      const inserted = await tx
        .createQueryBuilder()
        .insert()
        .into(Stocktake)
        .values({ ...count, recordedAt: this.clock.now() })
        .orIgnore()
        .returning(['id'])
        .execute();
      if ((inserted.raw as unknown[]).length === 0) {
        const earlier = await tx.findOneByOrFail(Stocktake, { id: command.id });
        if (earlier.bodySha256 !== bodySha256) throw new IdempotencyConflict(command.id);
        return { replayed: true };
      }
      const lines = command.lines.map(({ lotId, expected, counted }) => ({ lotId, expectedUnits: expected, countedUnits: counted }));
      await tx.insert(
        StocktakeLine,
        lines.map((line) => ({ networkId, stocktakeId: command.id, ...line })),
      );
      if (post.postings.length > 0) {
        await this.openDifferences(tx, networkId, command, context);
        await this.ledger.post(tx, networkId, post);
      }
      return { replayed: false };
    });
  }

  /** In the transaction of the command: one that is refused leaves no account behind. */
  private async openDifferences(tx: EntityManager, networkId: string, command: SiteCommand, context: Context): Promise<void> {
    const { groupId, groupName } = siteOf(context, command.siteId);
    const account = { ...accounts.stockDifference(groupId), label: `${groupName} 棚卸差異` };
    await this.ledger.openAccounts(tx, networkId, [account]);
  }
}

function dayOf(command: HandOutCommand): string {
  return calendarDateIn('Asia/Tokyo', command.occurredAt);
}
