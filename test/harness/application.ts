import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Test, type TestingModule } from '@nestjs/testing';
import { AccessModule, Networks, personId, type Role } from '@wakachi/access';
import { Database, DatabaseModule } from '@wakachi/database';
import { DistributionsModule } from '@wakachi/distributions';
import { DonationsModule, OfferImport } from '@wakachi/donations';
import { GroupRegisterImport, GroupsModule } from '@wakachi/groups';
import { JournalModule } from '@wakachi/journal';
import { deriveId, FixedClock } from '@wakachi/kernel';
import { Hubs, LogisticsModule } from '@wakachi/logistics';
import { ClockModule, type ImportFile } from '@wakachi/platform';
import { Proposal, RoundRuns, Rounds, RoundsModule, RunHandler } from '@wakachi/rounds';
import { type TestDatabase, testDatabase } from './test-database.js';

export const AS_OF = new Date('2026-11-24T09:00:00+09:00');
const MODULES = [AccessModule, DistributionsModule, DonationsModule, GroupsModule, JournalModule, LogisticsModule, RoundsModule];
const PEOPLE: readonly Role[] = ['coordinator', 'approver', 'auditor', 'hub-operator', 'group-admin'];

/** The domain's services on a database of their own, with a clock that the test moves. No queue: see test/e2e. */
export class TestApplication {
  private constructor(
    readonly database: TestDatabase,
    readonly clock: FixedClock,
    private readonly app: TestingModule,
  ) {}

  static async start(): Promise<TestApplication> {
    return TestApplication.on(await testDatabase([], 2), new FixedClock(AS_OF));
  }

  /** A second application on the same database, with connections of its own; to be closed before the first. */
  static beside(first: TestApplication): Promise<TestApplication> {
    return TestApplication.on({ ...first.database, drop: async () => undefined }, first.clock);
  }

  private static async on(database: TestDatabase, clock: FixedClock): Promise<TestApplication> {
    const module = await Test.createTestingModule({
      imports: [ClockModule.forRoot(clock), DatabaseModule.forRoot(database.url), ...MODULES],
    }).compile();
    return new TestApplication(database, clock, (await module.init()) as TestingModule);
  }

  get db(): Database {
    return this.get(Database);
  }

  get<T>(type: new (...args: never[]) => T): T {
    return this.app.get(type as never, { strict: false });
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.database.drop();
  }

  /** An empty network with one person of each role. */
  async network(name: string, settings = {}): Promise<string> {
    const id = deriveId('test-network', name);
    await this.get(Networks).open({
      id,
      name,
      settings,
      people: PEOPLE.map((role) => ({ role, displayName: role, email: `${role}@${name}.example` })),
    });
    return id;
  }

  person(name: string, role: Role): string {
    return personId(deriveId('test-network', name), `${role}@${name}.example`);
  }

  /** A network with the sample's offers and groups, and its round opened and entered. */
  async sampleRound(name: string, settings = {}): Promise<{ networkId: string; roundId: string }> {
    const networkId = await this.network(name, settings);
    const coordinator = this.person(name, 'coordinator');
    const hubs = (id: string, names: readonly string[]) => this.get(Hubs).open(id, names);
    await this.get(OfferImport).import(networkId, await sample('offers.xlsx'), hubs, coordinator);
    await this.get(GroupRegisterImport).import(networkId, await sample('groups.csv'), coordinator);
    const round = {
      name: '見本の配分回',
      arrivalDate: '2026-12-10',
      measure: 'units',
      policy: 'lot-by-lot',
      createdBy: coordinator,
    } as const;
    const roundId = await this.get(Rounds).open(networkId, round);
    await this.get(Rounds).enter(networkId, roundId, await sample('entries.csv'), coordinator);
    return { networkId, roundId };
  }

  /** A run computed on the spot, as a worker would. */
  async propose(name: string, networkId: string, roundId: string): Promise<Proposal> {
    const runId = await this.get(RoundRuns).request(networkId, roundId, this.person(name, 'coordinator'));
    await this.get(RunHandler).handle(networkId, runId);
    return this.db.inNetwork(networkId, (tx) => tx.findOneByOrFail(Proposal, { runId }));
  }
}

export async function sample(fileName: string): Promise<ImportFile> {
  return { bytes: await readFile(join('samples', 'round-2023', fileName)), fileName };
}
