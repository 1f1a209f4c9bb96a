import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/**
 * The only way to the tables. Every tenant table is guarded by row-level security: outside `inNetwork` a query sees no row,
 * and inside it sees the rows of that network, however its `where` is written.
 */
@Injectable()
export class Database {
  constructor(readonly dataSource: DataSource) {}

  /** Runs `work` in one transaction of one network; anything thrown rolls all of it back. */
  inNetwork<T>(networkId: string, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(async (tx) => {
      await tx.query(`SELECT set_config('app.network_id', $1, true)`, [networkId]);
      return work(tx);
    });
  }

  /** A transaction without a network, for the few functions that name theirs, such as the relay's. */
  inNoNetwork<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(work);
  }

  /** After much has come in at once: lets the planner know, instead of waiting for autovacuum. */
  async refreshStatistics(): Promise<void> {
    await this.dataSource.query('SELECT refresh_statistics()');
  }

  close(): Promise<void> {
    return this.dataSource.isInitialized ? this.dataSource.destroy() : Promise.resolve();
  }
}
