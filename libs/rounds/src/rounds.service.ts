import { Injectable } from '@nestjs/common';
import { Network } from '@wakachi/access';
import { Database } from '@wakachi/database';
import { RecipientGroup } from '@wakachi/groups';
import { Journal } from '@wakachi/journal';
import { type CalendarDate, Clock, deriveId, todayInJapan } from '@wakachi/kernel';
import type { Measure, PolicyName } from '@wakachi/matching';
import { type ImportFile, ImportRefused, recordImport } from '@wakachi/platform';
import type { EntityManager } from 'typeorm';
import { latestPolicy } from './allocation-policy/allocation-policies.service.js';
import { DEFAULT_TERMS, termsOf } from './allocation-policy/policy-terms.js';
import { readEntryAnswers } from './entry-answers/read-entry-answers.js';
import { entryRows } from './entry-rows.js';
import { EntriesAlreadyTaken, RoundNameTaken, RoundNotFound } from './errors.js';
import { Round } from './round.entity.js';
import { RoundEntry } from './round-entry.entity.js';
import { unknownGroups } from './unknown-groups.js';

export interface NewRound {
  readonly name: string;
  readonly arrivalDate: CalendarDate;
  /** As the network's allocation policy says, unless given. */
  readonly measure?: Measure;
  readonly policy?: PolicyName;
  readonly createdBy: string;
  /** By which ties break; the name unless given. */
  readonly seed?: string;
}

@Injectable()
export class Rounds {
  constructor(
    private readonly db: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Opens a round under the network's allocation policy of this moment. Returns its id. Throws RoundNameTaken. */
  open(networkId: string, { name, arrivalDate, createdBy, seed = name, ...own }: NewRound): Promise<string> {
    const id = deriveId('round', networkId, name);
    return this.db.inNetwork(networkId, async (tx) => {
      if (await tx.existsBy(Round, { name })) throw new RoundNameTaken(name);
      const decided = await latestPolicy(tx);
      const policyVersion = decided?.version ?? null;
      const { policy, measure } = { ...termsOf(decided ?? DEFAULT_TERMS), ...own };
      await tx.insert(Round, {
        networkId,
        id,
        name,
        arrivalDate,
        measure,
        policy,
        policyVersion,
        seed,
        status: 'open',
        createdBy,
        createdAt: this.clock.now(),
      });
      await this.journal.append(tx, networkId, {
        entryId: deriveId('round-opened', id),
        kind: 'round-opened',
        body: { round: id, arrivalDate, measure, policy, policyVersion, by: createdBy },
      });
      return id;
    });
  }

  /** Throws RoundNotFound. */
  async find(networkId: string, roundId: string): Promise<Round> {
    const round = await this.db.inNetwork(networkId, (tx) => tx.findOneBy(Round, { id: roundId }));
    if (!round) throw new RoundNotFound(roundId);
    return round;
  }

  /**
   * Takes the groups' answers to the call in. Without a file every group takes part with its registered households.
   * Throws RoundNotFound, RoundNotOpen, ImportRefused, EntriesAlreadyTaken, AlreadyImported; nothing is half-imported.
   */
  async enter(networkId: string, roundId: string, file: ImportFile | null, by: string): Promise<{ entries: number; takingPart: number }> {
    const answers = file && (await readEntryAnswers(file.bytes, file.fileName, { asOf: todayInJapan(this.clock) }));
    if (answers && !answers.ok) throw new ImportRefused(file.fileName, answers.issues);
    return this.db.inNetwork(networkId, async (tx) => {
      const round = await lockedRound(tx, roundId);
      round.assertOpen();
      if (await tx.existsBy(RoundEntry, { roundId })) throw new EntriesAlreadyTaken(round.name);
      const now = this.clock.now();
      if (file && answers)
        await recordImport(tx, { networkId, kind: 'entries', file, rowCount: answers.rows.length, importedAt: now, importedBy: by });
      const network = await tx.findOneByOrFail(Network, { id: networkId });
      const groups = await tx.find(RecipientGroup, { order: { code: 'ASC' } });
      const unknown = file && answers ? unknownGroups(answers.rows, new Set(groups.map((group) => group.code)), file.fileName) : [];
      if (file && unknown.length > 0) throw new ImportRefused(file.fileName, unknown);
      const entries = entryRows(round, groups, answers ? answers.rows : null, network.effectiveSettings());
      await tx.insert(RoundEntry, entries);
      const takingPart = entries.filter((entry) => entry.takesPart).length;
      await this.journal.append(tx, networkId, {
        entryId: deriveId('entered', roundId),
        kind: 'entries-taken',
        body: { round: roundId, entries: entries.length, takingPart, by },
      });
      return { entries: entries.length, takingPart };
    });
  }
}

/** The round, locked to the end of the transaction: runs and approvals of one round wait for each other. Throws RoundNotFound. */
export async function lockedRound(tx: EntityManager, roundId: string): Promise<Round> {
  const round = await tx.findOne(Round, { where: { id: roundId }, lock: { mode: 'for_no_key_update' } });
  if (!round) throw new RoundNotFound(roundId);
  return round;
}
