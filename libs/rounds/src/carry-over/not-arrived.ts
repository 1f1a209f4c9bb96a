import type { SqlExecutor } from '@wakachi/database';
import type { Lot } from '@wakachi/donations';
import { accountId, accounts } from '@wakachi/stock-ledger';
import type { Award } from '../award.entity.js';

interface Loss extends Pick<Award, 'roundId' | 'groupId' | 'lotId'> {
  /** Below zero. */
  readonly units: number;
}

/**
 * What left the awards' shipments for anywhere but a group's stock. A shipment is of one round and one group: those of the awards
 * whose reservations were dispatched into it. By keys alone, like everything that reads the ledger while a round is decided: a
 * planner that knows nothing of new tables would join them row by row.
 */
export async function notArrived(tx: SqlExecutor, awards: readonly Award[], lotOf: ReadonlyMap<string, Lot>): Promise<Loss[]> {
  const awardOf = new Map<string, Award>();
  for (const award of awards) for (const id of reservedAt(award, lotOf.get(award.lotId) as Lot)) awardOf.set(id, award);
  const lotIds = [...lotOf.keys()];
  const sent = await leaving(tx, lotIds, [...awardOf.keys()]);
  const shipped = new Map<string, Award>();
  for (const { from, to } of sent) if (!awardOf.has(to)) shipped.set(to, awardOf.get(from) as Award);
  const atGroups = new Set(awards.map(({ networkId, groupId }) => accountId(networkId, accounts.groupOnHand(groupId))));
  const gone = (await leaving(tx, lotIds, [...shipped.keys()])).filter(({ to }) => !atGroups.has(to));
  return gone.map(({ from, lotId, units }) => {
    const { roundId, groupId } = shipped.get(from) as Award;
    return { roundId, groupId, lotId, units: -Number(units) };
  });
}

/** The goods are at the donor until they are counted in, and at the hub afterwards. */
function reservedAt({ networkId, id }: Award, { donorId, hubId }: Lot): string[] {
  return [donorId, ...(hubId === null ? [] : [hubId])].map((placeId) => accountId(networkId, accounts.awardReserved(placeId, id)));
}

interface Moved {
  readonly from: string;
  readonly to: string;
  readonly lotId: string;
  readonly units: string;
}

function leaving(tx: SqlExecutor, lotIds: readonly string[], accountIds: readonly string[]): Promise<Moved[]> {
  return tx.query<Moved[]>(
    `SELECT source_id AS "from", destination_id AS "to", lot_id AS "lotId", sum(quantity)::text AS units
     FROM ledger_posting WHERE lot_id = ANY($1) AND source_id = ANY($2) GROUP BY 1, 2, 3`,
    [lotIds, accountIds],
  );
}
