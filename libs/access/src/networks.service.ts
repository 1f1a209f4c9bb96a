import { Injectable } from '@nestjs/common';
import { Database } from '@wakachi/database';
import { Journal } from '@wakachi/journal';
import { Clock, deriveId } from '@wakachi/kernel';
import { Network } from './network.entity.js';
import type { NetworkSettings } from './network-settings.js';
import { Person, type Role } from './person.entity.js';

export interface NewNetwork {
  readonly id: string;
  readonly name: string;
  readonly settings: Partial<NetworkSettings>;
  readonly people: readonly { displayName: string; email: string; role: Role }[];
}

@Injectable()
export class Networks {
  constructor(
    private readonly db: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Opens a network with its first people, or finds it open. Returns whether it is new. */
  open(network: NewNetwork): Promise<boolean> {
    return this.db.inNetwork(network.id, async (tx) => {
      if (await tx.existsBy(Network, { id: network.id })) return false;
      await tx.insert(Network, { id: network.id, name: network.name, settings: network.settings, createdAt: this.clock.now() });
      const people = network.people.map((p) => ({ ...p, networkId: network.id, id: personId(network.id, p.email), active: true }));
      await tx.insert(Person, people);
      await this.journal.open(tx, network.id);
      await this.journal.append(tx, network.id, {
        entryId: deriveId('network-opened', network.id),
        kind: 'network-opened',
        body: { network: network.id, people: people.map(({ id, role }) => ({ id, role })) },
      });
      return true;
    });
  }
}

export function personId(networkId: string, email: string): string {
  return deriveId('person', networkId, email);
}
