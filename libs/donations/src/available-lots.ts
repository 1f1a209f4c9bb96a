import type { EntityManager } from 'typeorm';
import { Lot } from './lot.entity.js';
import { LotHold } from './lot-hold.entity.js';

/** Lots of the transaction's network that nothing holds back, by id. */
export function availableLots(tx: EntityManager): Promise<Lot[]> {
  return tx
    .createQueryBuilder(Lot, 'lot')
    .where((query) => {
      const held = query
        .subQuery()
        .select('1')
        .from(LotHold, 'hold')
        .where('hold.network_id = lot.network_id AND hold.lot_id = lot.id AND hold.read_by IS NULL')
        .getQuery();
      return `NOT EXISTS ${held}`;
    })
    .orderBy('lot.id')
    .getMany();
}
