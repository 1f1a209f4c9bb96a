import { Injectable } from '@nestjs/common';
import { Database } from '@wakachi/database';
import { Journal } from '@wakachi/journal';
import { Clock, newId } from '@wakachi/kernel';
import type { EntityManager } from 'typeorm';
import { EntryNotFound } from './errors.js';
import { type DeclaredPersons, RoundEntry } from './round-entry.entity.js';
import { lockedRound } from './rounds.service.js';

/** What a coordinator settles about an entry, and why; left out: as it was. */
export interface Settlement {
  readonly takesPart?: boolean;
  readonly approvedHouseholds?: number;
  /** In place of all that was declared. */
  readonly declaredPersons?: DeclaredPersons;
  readonly reason: string;
}

@Injectable()
export class Entries {
  constructor(
    private readonly db: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** While the round is open. Throws EntryNotFound, RoundNotOpen, EntryHouseholdsUnfit. */
  settle(networkId: string, entryId: string, { reason, ...wanted }: Settlement, by: string): Promise<RoundEntry> {
    return this.db.inNetwork(networkId, async (tx) => {
      const entry = await this.locked(tx, entryId);
      const before = settled(entry);
      const takesPart = wanted.takesPart ?? entry.takesPart;
      entry.settle(takesPart, wanted.approvedHouseholds ?? (takesPart ? entry.approvedHouseholds : null));
      entry.declaredPersons = wanted.declaredPersons ?? entry.declaredPersons;
      await tx.save(entry);
      await this.journal.append(tx, networkId, {
        entryId: newId(this.clock),
        kind: 'entry-settled',
        body: { round: entry.roundId, entry: entryId, before, after: settled(entry), reason, by },
      });
      return entry;
    });
  }

  /** The entry of an open round, both locked to the end of the transaction. Throws EntryNotFound, RoundNotOpen. */
  async locked(tx: EntityManager, entryId: string): Promise<RoundEntry> {
    const seen = await tx.findOneBy(RoundEntry, { id: entryId });
    if (!seen) throw new EntryNotFound(entryId);
    // The round first, as everybody does who decides on it.
    (await lockedRound(tx, seen.roundId)).assertOpen();
    return tx.findOneOrFail(RoundEntry, { where: { id: entryId }, lock: { mode: 'pessimistic_write' } });
  }
}

function settled({ takesPart, approvedHouseholds, declaredPersons }: RoundEntry) {
  return { takesPart, approvedHouseholds, declaredPersons };
}
