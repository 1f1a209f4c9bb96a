import { Injectable } from '@nestjs/common';
import { Database } from '@wakachi/database';
import { Lot, LotNotFound } from '@wakachi/donations';
import { Journal } from '@wakachi/journal';
import { Clock, deriveId, newId } from '@wakachi/kernel';
import type { Target } from '@wakachi/matching';
import { type EntityManager, In } from 'typeorm';
import { lockedRound } from '../rounds.service.js';
import { RoundTarget } from './round-target.entity.js';

export interface NewRoundTarget {
  readonly lotId: string;
  readonly target: Target;
  readonly unitsPerPerson: number;
}

@Injectable()
export class RoundTargets {
  constructor(
    private readonly db: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Which lots are for whom in this round: the whole list, in place of the one before. Throws RoundNotFound, RoundNotOpen, LotNotFound. */
  decide(networkId: string, roundId: string, targets: readonly NewRoundTarget[], reason: string, by: string): Promise<RoundTarget[]> {
    return this.db.inNetwork(networkId, async (tx) => {
      (await lockedRound(tx, roundId)).assertOpen();
      await assertLots(
        tx,
        targets.map(({ lotId }) => lotId),
      );
      const before = await targetsOf(tx, roundId);
      await tx.delete(RoundTarget, { roundId });
      await tx.insert(
        RoundTarget,
        targets.map((target) => ({ networkId, id: deriveId('round-target', roundId, target.lotId), roundId, ...target })),
      );
      const after = await targetsOf(tx, roundId);
      await this.journal.append(tx, networkId, {
        entryId: newId(this.clock),
        kind: 'round-targets-decided',
        body: { round: roundId, before: before.map(said), after: after.map(said), reason, by },
      });
      return after;
    });
  }

  of(networkId: string, roundId: string): Promise<RoundTarget[]> {
    return this.db.inNetwork(networkId, (tx) => targetsOf(tx, roundId));
  }
}

export function targetsOf(tx: EntityManager, roundId: string): Promise<RoundTarget[]> {
  return tx.find(RoundTarget, { where: { roundId }, order: { lotId: 'ASC' } });
}

function said({ lotId, target, unitsPerPerson }: RoundTarget) {
  return { lot: lotId, target, unitsPerPerson };
}

async function assertLots(tx: EntityManager, lotIds: readonly string[]): Promise<void> {
  const known = new Set((await tx.findBy(Lot, { id: In([...lotIds]) })).map(({ id }) => id));
  const unknown = lotIds.find((id) => !known.has(id));
  if (unknown !== undefined) throw new LotNotFound(unknown);
}
