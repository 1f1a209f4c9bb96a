import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { assert } from '@wakachi/kernel';
import { DataSource, type EntityManager } from 'typeorm';
import { preparedCall } from './prepared-call.js';
import type { SqlExecutor } from './sql-executor.js';

/** A transaction that is under way, as its own calls see it. */
interface Scope {
  readonly networkId: string;
  readonly tx: EntityManager;
  over: boolean;
}

/**
 * The only way to the tables. Every tenant table is guarded by row-level security: outside `inNetwork` a query sees no row,
 * and inside it sees the rows of that network, however its `where` is written.
 */
@Injectable()
export class Database {
  private readonly scopes = new AsyncLocalStorage<Scope>();

  /** For functions that set their network themselves: one round trip outside any transaction, read and planned once per connection. */
  readonly prepared: SqlExecutor = { query: (sql, parameters) => preparedCall(this.dataSource, sql, parameters) };

  constructor(readonly dataSource: DataSource) {}

  /**
   * Runs `work` in one transaction of one network; anything thrown rolls all of it back. Called from within such a transaction it
   * joins it, so that several services' steps become true together; whoever joins must not catch what it throws and go on.
   */
  inNetwork<T>(networkId: string, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    const outer = this.scopes.getStore();
    // What outlives its transaction, such as a timer that was started in it, begins one of its own.
    if (outer && !outer.over) {
      assert(outer.networkId === networkId, 'one transaction is of one network');
      return work(outer.tx);
    }
    return this.dataSource.transaction(async (tx) => {
      await tx.query(`SELECT set_config('app.network_id', $1, true)`, [networkId]);
      const scope: Scope = { networkId, tx, over: false };
      try {
        return await this.scopes.run(scope, () => work(tx));
      } finally {
        scope.over = true;
      }
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
