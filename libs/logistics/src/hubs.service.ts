import { Injectable } from '@nestjs/common';
import { Database } from '@wakachi/database';
import { deriveId } from '@wakachi/kernel';
import { accounts, StockLedger } from '@wakachi/stock-ledger';
import { Hub } from './hub.entity.js';

@Injectable()
export class Hubs {
  constructor(
    private readonly db: Database,
    private readonly ledger: StockLedger,
  ) {}

  /** Opens what is not open yet; returns the hubs' ids by name. */
  open(networkId: string, names: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const hubs = [...new Set(names)].map((name) => ({ networkId, id: deriveId('hub', networkId, name), name }));
    return this.db.inNetwork(networkId, async (tx) => {
      if (hubs.length > 0) await tx.createQueryBuilder().insert().into(Hub).values(hubs).orIgnore().execute();
      const opened = hubs.map((hub) => ({ ...accounts.hubOnHand(hub.id), label: `${hub.name}拠点 在庫` }));
      await this.ledger.openAccounts(tx, networkId, [...opened, { ...accounts.lost(), label: '不足・紛失' }]);
      return new Map(hubs.map((hub) => [hub.name, hub.id]));
    });
  }
}
