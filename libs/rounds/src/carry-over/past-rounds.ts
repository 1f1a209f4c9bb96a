import { Lot } from '@wakachi/donations';
import type { Measure } from '@wakachi/matching';
import { type EntityManager, In } from 'typeorm';
import { Award } from '../award.entity.js';
import type { Round } from '../round.entity.js';
import type { PastRound } from './carry-over.js';
import { measuredUnits } from './measured-units.js';
import { notArrived } from './not-arrived.js';

/**
 * The latest rounds that have been decided and arrive no later than this one, with what they gave. What was awarded counts as
 * soon as it is, confirmed or not, or silence would pay; what a receipt found short or damaged counts no more.
 *
 * @param most how many rounds the window has
 */
export async function pastRounds(tx: EntityManager, round: Round, most: number, measure: Measure): Promise<PastRound[]> {
  const ids = await windowOf(tx, round, most);
  if (ids.length === 0) return [];
  const past = new Map(ids.map((id) => [id, { needs: new Map<string, number>(), received: new Map<string, number>() }]));
  for (const { roundId, groupId, need } of await needsOf(tx, ids)) past.get(roundId)?.needs.set(groupId, need);
  const awards = await tx.findBy(Award, { roundId: In(ids) });
  const lots = await tx.findBy(Lot, { id: In([...new Set(awards.map(({ lotId }) => lotId))]) });
  const lotOf = new Map(lots.map((lot) => [lot.id, lot]));
  for (const { roundId, groupId, lotId, units } of [...awards, ...(await notArrived(tx, awards, lotOf))]) {
    const received = past.get(roundId)?.received;
    received?.set(groupId, (received.get(groupId) ?? 0) + measuredUnits(measure, lotOf.get(lotId) as Lot, units));
  }
  return [...past.values()];
}

async function windowOf(tx: EntityManager, { id, arrivalDate }: Round, most: number): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(
    `SELECT id FROM round WHERE status <> 'open' AND id <> $1 AND arrival_date <= $2 ORDER BY arrival_date DESC, created_at DESC, id LIMIT $3`,
    [id, arrivalDate, most],
  );
  return rows.map((row) => row.id);
}

interface Need {
  readonly roundId: string;
  readonly groupId: string;
  readonly need: number;
}

function needsOf(tx: EntityManager, roundIds: readonly string[]): Promise<Need[]> {
  return tx.query<Need[]>(
    `SELECT round_id AS "roundId", group_id AS "groupId", approved_households AS need FROM round_entry WHERE takes_part AND round_id = ANY($1)`,
    [roundIds],
  );
}
