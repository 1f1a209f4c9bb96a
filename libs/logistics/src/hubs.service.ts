import { Injectable } from '@nestjs/common';
import { Database } from '@wakachi/database';
import { deriveId } from '@wakachi/kernel';
import { accounts, StockLedger } from '@wakachi/stock-ledger';
import { In } from 'typeorm';
import { HubNotFound } from './errors.js';
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

  /** The ids of the hubs that are open, by name; a name that is missing in the answer is none of them. */
  named(networkId: string, names: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.db.inNetwork(networkId, async (tx) => {
      const hubs = await tx.findBy(Hub, { name: In([...names]) });
      return new Map(hubs.map((hub) => [hub.name, hub.id]));
    });
  }

  /** Throws HubNotFound. */
  async find(networkId: string, hubId: string): Promise<Hub> {
    const hub = await this.db.inNetwork(networkId, (tx) => tx.findOneBy(Hub, { id: hubId }));
    if (!hub) throw new HubNotFound(hubId);
    return hub;
  }
}
