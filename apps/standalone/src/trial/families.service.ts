import { Injectable } from '@nestjs/common';
import { Database } from '@wakachi/database';
import { HandOut, HandOuts } from '@wakachi/distributions';
import { Lot } from '@wakachi/donations';
import { RecipientGroup } from '@wakachi/groups';
import { addDays, deriveId } from '@wakachi/kernel';
import { RoundEntry } from '@wakachi/rounds';
import { accountId, accounts, stockOf } from '@wakachi/stock-ledger';
import { TrialClock } from './trial-clock.js';
import type { Trial } from './trial-files.js';
import { whoIs } from './trial-people.js';

/** Every third group hands half of its stock out, this many days after the arrival day. */
const HAND_OUT_DAYS_AFTER = 10;
const EVERY = 3;

/** Some groups hand goods to families. */
@Injectable()
export class Families {
  constructor(
    private readonly db: Database,
    private readonly handOuts: HandOuts,
    private readonly clock: TrialClock,
  ) {}

  async handOut(trial: Trial, roundId: string): Promise<void> {
    const day = addDays(trial.arrivalDate, HAND_OUT_DAYS_AFTER);
    this.clock.standAt(day);
    const groups = await this.groupsWithStock(trial, roundId);
    for (const [index, { group, entry }] of groups.entries()) {
      const id = deriveId('trial-hand-out', roundId, group.id);
      if (index % EVERY !== 0 || (await this.isDone(trial, id))) continue;
      const lines = await this.halfOfStock(trial, group.id, day);
      if (lines.length === 0) continue;
      const children = Math.min(group.children ?? 0, 9_999);
      await this.handOuts.record(trial.networkId, {
        id,
        groupId: group.id,
        roundId,
        handedOutOn: day,
        households: entry.approvedHouseholds as number,
        children,
        lines,
        recordedBy: whoIs(trial, 'dantai'),
      });
    }
  }

  private isDone(trial: Trial, id: string): Promise<boolean> {
    return this.db.inNetwork(trial.networkId, (tx) => tx.existsBy(HandOut, { id }));
  }

  /** Groups that were dispatched to, by code; the same ones however far an earlier start came. */
  private groupsWithStock(trial: Trial, roundId: string): Promise<{ group: RecipientGroup; entry: RoundEntry }[]> {
    return this.db.inNetwork(trial.networkId, async (tx) => {
      const entries = new Map((await tx.findBy(RoundEntry, { roundId, takesPart: true })).map((entry) => [entry.groupId, entry]));
      const received = await tx.query<{ group_id: string }[]>(
        `SELECT DISTINCT group_id FROM shipment WHERE round_id = $1 AND status = 'received'`,
        [roundId],
      );
      const ids = new Set(received.map((row) => row.group_id));
      const groups = await tx.find(RecipientGroup, { order: { code: 'ASC' } });
      return groups
        .filter((group) => ids.has(group.id) && entries.has(group.id))
        .map((group) => ({ group, entry: entries.get(group.id) as RoundEntry }));
    });
  }

  private halfOfStock(trial: Trial, groupId: string, day: string): Promise<{ lotId: string; units: number }[]> {
    return this.db.inNetwork(trial.networkId, async (tx) => {
      const inDate = new Set(
        (await tx.find(Lot)).filter((lot) => lot.effectiveUntil === null || lot.effectiveUntil >= day).map((lot) => lot.id),
      );
      const stock = await stockOf(tx, accountId(trial.networkId, accounts.groupOnHand(groupId)));
      return stock.filter((line) => inDate.has(line.lotId)).map(({ lotId, units }) => ({ lotId, units: Math.ceil(units / 2) }));
    });
  }
}
