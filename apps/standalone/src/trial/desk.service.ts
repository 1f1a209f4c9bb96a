import { Injectable } from '@nestjs/common';
import { Networks } from '@wakachi/access';
import { OfferImport } from '@wakachi/donations';
import { GroupRegisterImport } from '@wakachi/groups';
import { Hubs } from '@wakachi/logistics';
import { AlreadyImported } from '@wakachi/platform';
import type { Trial } from './trial-files.js';
import { newNetwork, whoIs } from './trial-people.js';

/** The coordinators' morning: the network, the sheet of offers, the register of groups. Every step may be taken again. */
@Injectable()
export class Desk {
  constructor(
    private readonly networks: Networks,
    private readonly offers: OfferImport,
    private readonly groups: GroupRegisterImport,
    private readonly hubs: Hubs,
  ) {}

  /** Throws ImportRefused. */
  async takeIn(trial: Trial): Promise<void> {
    const coordinator = whoIs(trial, 'jimukyoku');
    await this.networks.open(newNetwork(trial));
    // In a trial a hub is whatever the sheet names.
    const openHubs = (networkId: string, names: readonly string[]) => this.hubs.open(networkId, names);
    await unlessDone(this.offers.import(trial.networkId, trial.offers, openHubs, coordinator));
    await unlessDone(this.groups.import(trial.networkId, trial.groups, coordinator));
  }
}

async function unlessDone(step: Promise<unknown>): Promise<void> {
  try {
    await step;
  } catch (error) {
    if (!(error instanceof AlreadyImported)) throw error;
  }
}
