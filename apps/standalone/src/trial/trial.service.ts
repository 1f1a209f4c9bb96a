import { Injectable } from '@nestjs/common';
import { Database } from '@wakachi/database';
import { Lot, LotHold } from '@wakachi/donations';
import { type NetworkFigures, networkFigures } from '@wakachi/impact';
import { Journal } from '@wakachi/journal';
import { type CalendarDate, calendarDateIn, deriveId, type RowIssue } from '@wakachi/kernel';
import { Round } from '@wakachi/rounds';
import { type EntityManager, IsNull } from 'typeorm';
import { checkFiles } from './check-files.js';
import { Desk } from './desk.service.js';
import { Families } from './families.service.js';
import { Road } from './road.service.js';
import { RoundDesk } from './round-desk.service.js';
import { TrialClock } from './trial-clock.js';
import type { Trial } from './trial-files.js';

export interface TrialResult {
  /** False: an earlier start had walked it; nothing was done again. */
  readonly walkedNow: boolean;
  readonly figures: NetworkFigures;
  /** The days that the round was really walked on, whatever this start was called with. */
  readonly asOf: CalendarDate;
  readonly arrivalDate: CalendarDate;
  /** What a person should look at, from reading the files; empty when an earlier start read them. */
  readonly warnings: readonly RowIssue[];
  /** Lots that wait for a person, in words. */
  readonly held: readonly string[];
}

/** The stations of a round in their order. */
@Injectable()
export class Stations {
  constructor(
    readonly desk: Desk,
    readonly roundDesk: RoundDesk,
    readonly road: Road,
    readonly families: Families,
  ) {}
}

/** One round from the sheets on the desk to the families; an earlier start's is found again, a cut-off one goes on. */
@Injectable()
export class TrialWalk {
  constructor(
    private readonly db: Database,
    private readonly journal: Journal,
    private readonly clock: TrialClock,
    private readonly stations: Stations,
  ) {}

  /** Throws what the stations throw, such as ImportRefused. */
  async walk(trial: Trial): Promise<TrialResult> {
    const finished = deriveId('trial-finished', trial.networkId);
    const walkedNow = !(await this.isInJournal(trial, finished));
    const warnings = walkedNow ? await checkFiles(trial) : [];
    if (walkedNow) await this.walkAll(trial, finished);
    this.clock.run();
    return this.db.inNetwork(trial.networkId, async (tx) => {
      const round = await tx.findOneByOrFail(Round, { name: trial.roundName });
      const asOf = calendarDateIn('Asia/Tokyo', round.createdAt);
      const held = await heldLots(tx);
      return {
        walkedNow,
        warnings,
        held,
        asOf,
        arrivalDate: round.arrivalDate,
        figures: await networkFigures(tx, this.journal, round.id),
      };
    });
  }

  private async walkAll(trial: Trial, finished: string): Promise<void> {
    const { desk, roundDesk, road, families } = this.stations;
    this.clock.standAt(trial.asOf);
    await desk.takeIn(trial);
    const roundId = await roundDesk.decide(trial);
    await this.db.refreshStatistics();
    await road.carry(trial, roundId);
    await families.handOut(trial, roundId);
    await this.db.refreshStatistics();
    await this.db.inNetwork(trial.networkId, (tx) =>
      this.journal.append(tx, trial.networkId, { entryId: finished, kind: 'trial-finished', body: { round: roundId } }),
    );
  }

  private isInJournal(trial: Trial, entryId: string): Promise<boolean> {
    return this.db.inNetwork(trial.networkId, async (tx) => {
      const rows = await tx.query<unknown[]>('SELECT 1 FROM journal_entry WHERE entry_id = $1', [entryId]);
      return rows.length > 0;
    });
  }
}

async function heldLots(tx: EntityManager): Promise<string[]> {
  const holds = await tx.find(LotHold, { where: { readBy: IsNull() } });
  const lots = new Map((await tx.find(Lot)).map((lot) => [lot.id, lot]));
  const lines = holds.map((hold) => ({ lot: lots.get(hold.lotId) as Lot, hold })).sort((a, b) => a.lot.lineNumber - b.lot.lineNumber);
  return lines.map(({ lot, hold }) => `No.${lot.lineNumber} ${lot.name} ${lot.cases} 箱: ${hold.messageJa}`);
}
