import { Injectable } from '@nestjs/common';
import { Database } from '@wakachi/database';
import { Clock, canonicalJson, sha256 } from '@wakachi/kernel';
import { Receipts, ShipmentNotFound } from '@wakachi/logistics';
import { accounts, IdempotencyConflict, type PostCommand, StockLedger, UnknownLot } from '@wakachi/stock-ledger';
import type { EntityManager } from 'typeorm';
import { HandOut, HandOutLine } from '../hand-out.entity.js';
import { type Context, contextFrom, type Facts, factsFor, type Question, questionOf } from './context.js';
import { countsOf, postIfAllowed, postsIfAllowed } from './judge.js';
import { assertMayKeep } from './permission.js';
import { postByFacts } from './post-by-facts.js';
import { siteOf } from './postings.js';
import { type Remembered, RememberedFacts } from './remembered-facts.js';
import type {
  DisposeCommand,
  HandOutCommand,
  MoveCommand,
  ReceiveCommand,
  SiteCommand,
  StockCommand,
  StocktakeCommand,
  TakingCommand,
} from './stock-command.js';
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
  private readonly remembered = new RememberedFacts();

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
    if (command.type === 'hand-out' || command.type === 'dispose' || command.type === 'move')
      return this.applyAtOnce(networkId, by, command);
    return this.applyIn(networkId, by, command, await this.contextFor(networkId, by, [command]));
  }

  /** What `applyIn` asks about, for all commands of a batch at once. */
  async contextFor(networkId: string, by: string, commands: readonly StockCommand[]): Promise<Context> {
    return contextFrom(await factsFor(this.db.prepared, questionOf(networkId, by, commands)));
  }

  /** In one round trip, judged by what is remembered; when that is not what the database says now, once more by that. */
  private async applyAtOnce(networkId: string, by: string, command: HandOutCommand | DisposeCommand | MoveCommand): Promise<Applied> {
    const question = questionOf(networkId, by, [command]);
    const remembered = this.remembered.get(question);
    const answer = remembered && (await this.tryAtOnce(question, remembered, command));
    if (answer && 'replayed' in answer) return answer;
    const facts = answer ?? (await factsFor(this.db.prepared, question));
    this.remembered.put(question, facts);
    return this.applyIn(networkId, by, command, contextFrom(facts));
  }

  /** What the facts are now, if they are not what was remembered; nothing when by these the command is not allowed. */
  private async tryAtOnce(
    question: Question,
    remembered: Remembered,
    command: HandOutCommand | DisposeCommand | MoveCommand,
  ): Promise<Applied | Facts | undefined> {
    const { context } = remembered;
    const [post] = postsIfAllowed(question.networkId, question.personId, [command], context, this.clock) ?? [];
    if (!post) return undefined;
    const counts = command.type === 'hand-out' ? countsOf(command, context) : null;
    const answer = await postByFacts(this.db.prepared, question, remembered, post, counts, this.clock.now());
    return answer.outcome === 'facts-changed' ? answer.facts : { replayed: !this.ledger.settle(post, answer).applied };
  }

  /** As `apply`, with the facts of a batch. */
  applyIn(networkId: string, by: string, command: StockCommand, context: Context): Promise<Applied> {
    return command.type === 'receive' ? this.receive(networkId, by, command, context) : this.atSite(networkId, by, command, context);
  }

  /**
   * Applies commands that only take goods out, each for the first time, in one transaction. False, and nothing has happened, when
   * any of them is out of the ordinary: then `applyIn`, one by one, says which and why.
   */
  async applyTogether(networkId: string, by: string, commands: readonly TakingCommand[], context: Context): Promise<boolean> {
    const posts = postsIfAllowed(networkId, by, commands, context, this.clock);
    if (posts === null) return false;
    return this.db.inNetwork(networkId, async (tx) => {
      if (!(await this.ledger.postAll(tx, networkId, posts))) return false;
      await this.noteHandOuts(tx, networkId, by, commands.filter(isHandOut), context);
      return true;
    });
  }

  private async receive(networkId: string, by: string, command: ReceiveCommand, context: Context): Promise<Applied> {
    const groupId = context.shipments.get(command.shipmentId);
    if (groupId === undefined) throw new ShipmentNotFound(command.shipmentId);
    assertMayKeep(context.person, groupId);
    return this.receipts.confirm(networkId, command.shipmentId, command.lines, by);
  }

  private async atSite(networkId: string, by: string, command: SiteCommand, context: Context): Promise<Applied> {
    const post = postIfAllowed(networkId, by, command, context, this.clock);
    if (command.type === 'hand-out')
      return this.postWith(networkId, post, { after: (tx) => this.noteHandOuts(tx, networkId, by, [command], context) });
    if (command.type === 'stocktake') return this.stocktake(networkId, by, post, command, context);
    if (command.type === 'adjust')
      return this.postWith(networkId, post, { before: (tx) => this.openDifferences(tx, networkId, command, context) });
    // Nothing but the posting: a transaction of its own.
    const { applied } = await this.ledger.post(this.db.prepared, networkId, post);
    return { replayed: !applied };
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

  private async noteHandOuts(
    tx: EntityManager,
    networkId: string,
    by: string,
    commands: readonly HandOutCommand[],
    context: Context,
  ): Promise<void> {
    if (commands.length === 0) return;
    const recorded = { networkId, roundId: null, recordedBy: by, recordedAt: this.clock.now() };
    await tx.insert(
      HandOut,
      commands.map((command) => ({ ...recorded, id: command.id, ...countsOf(command, context) })),
    );
    await tx.insert(
      HandOutLine,
      commands.flatMap(({ id, lines }) => lines.map(({ lotId, units }) => ({ networkId, handOutId: id, lotId, units }))),
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

function isHandOut(command: StockCommand): command is HandOutCommand {
  return command.type === 'hand-out';
}
