import { plainArray, type SqlExecutor } from '@wakachi/database';
import type { Lot } from '@wakachi/donations';
import { addDays, deriveId } from '@wakachi/kernel';
import type { Proposal } from './proposal.entity.js';
import type { Round } from './round.entity.js';

/** A reservation that nobody has shipped by then lapses. */
const RESERVED_DAYS_AFTER_ARRIVAL = 30;

interface Line {
  readonly lotId: string;
  readonly groupId: string;
  readonly cases: number;
}

export interface NewAward extends Line {
  readonly id: string;
  readonly units: number;
}

/** Thousands at once: read and written as columns, without an entity for each. */
export function linesOf(tx: SqlExecutor, proposalId: string): Promise<Line[]> {
  return tx.query<Line[]>(
    `SELECT lot_id AS "lotId", group_id AS "groupId", cases FROM proposal_line WHERE proposal_id = $1 ORDER BY lot_id, group_id`,
    [proposalId],
  );
}

export function awardOf(proposalId: string, line: Line, lot: Lot): NewAward {
  return { ...line, id: deriveId('award', proposalId, line.lotId, line.groupId), units: line.cases * lot.unitsPerCase };
}

export async function insertAwards(tx: SqlExecutor, round: Round, proposal: Proposal, awards: readonly NewAward[]): Promise<void> {
  const column = (name: keyof NewAward) => plainArray(awards.map((award) => award[name]));
  await tx.query(
    `INSERT INTO award (network_id, round_id, proposal_id, expires_on, id, lot_id, group_id, cases, units)
     SELECT $1, $2, $3, $4, * FROM unnest($5::uuid[], $6::uuid[], $7::uuid[], $8::int[], $9::int[])`,
    [
      round.networkId,
      round.id,
      proposal.id,
      addDays(round.arrivalDate, RESERVED_DAYS_AFTER_ARRIVAL),
      column('id'),
      column('lotId'),
      column('groupId'),
      column('cases'),
      column('units'),
    ],
  );
}
