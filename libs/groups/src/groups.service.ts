import { Injectable } from '@nestjs/common';
import { Database } from '@wakachi/database';
import { Journal } from '@wakachi/journal';
import { Clock, newId } from '@wakachi/kernel';
import { accounts, StockLedger } from '@wakachi/stock-ledger';
import type { EntityManager } from 'typeorm';
import { GroupNotFound } from './errors.js';
import { RecipientGroup } from './recipient-group.entity.js';
import { Site } from './site.entity.js';

/** How a group is reached, and where its goods go; left out: as it was. */
export interface Contact {
  readonly phone?: string | null;
  readonly mail?: string | null;
  readonly fax?: string | null;
  readonly contactBy?: string | null;
  /** Null: not known, so that nothing can be dispatched to it. */
  readonly deliveryAddress?: string | null;
}

@Injectable()
export class Groups {
  constructor(
    private readonly db: Database,
    private readonly journal: Journal,
    private readonly ledger: StockLedger,
    private readonly clock: Clock,
  ) {}

  /** A further place where the group keeps stock; shipments go on arriving at its main one. Returns the site's id. Throws GroupNotFound. */
  addSite(networkId: string, groupId: string, name: string, by: string): Promise<string> {
    return this.db.inNetwork(networkId, async (tx) => {
      const group = await this.locked(tx, groupId);
      const id = newId(this.clock);
      await tx.insert(Site, { networkId, id, groupId, main: false, name, receivingWeekdays: [] });
      await this.ledger.openAccounts(tx, networkId, [{ ...accounts.groupOnHand(groupId, id), label: `${group.name} 在庫（${name}）` }]);
      await this.journal.append(tx, networkId, { entryId: newId(this.clock), kind: 'site-added', body: { group: groupId, site: id, by } });
      return id;
    });
  }

  /** The journal keeps which fields were changed, not what they say. Throws GroupNotFound. */
  correctContact(networkId: string, groupId: string, contact: Contact, by: string): Promise<void> {
    return this.db.inNetwork(networkId, async (tx) => {
      const group = await this.locked(tx, groupId);
      const { deliveryAddress, ...reached } = contact;
      await tx.save(Object.assign(group, said(reached)));
      if (deliveryAddress !== undefined) await tx.update(Site, { groupId, main: true }, { address: deliveryAddress });
      const fields = Object.keys(said(contact)).sort();
      await this.journal.append(tx, networkId, {
        entryId: newId(this.clock),
        kind: 'group-contact-corrected',
        body: { group: groupId, fields, by },
      });
    });
  }

  /** The group, locked to the end of the transaction. Throws GroupNotFound. */
  async locked(tx: EntityManager, groupId: string): Promise<RecipientGroup> {
    const group = await tx.findOne(RecipientGroup, { where: { id: groupId }, lock: { mode: 'pessimistic_write' } });
    if (!group) throw new GroupNotFound(groupId);
    return group;
  }
}

function said<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
}
