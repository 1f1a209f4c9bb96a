import { Injectable } from '@nestjs/common';
import { Database } from '@wakachi/database';
import { Journal } from '@wakachi/journal';
import { Clock, deriveId, newId } from '@wakachi/kernel';
import { accounts, StockLedger } from '@wakachi/stock-ledger';
import { type EntityManager, In } from 'typeorm';
import { Donor } from './donor.entity.js';
import { DonorNameTaken, DonorNotFound } from './errors.js';

@Injectable()
export class Donors {
  constructor(
    private readonly db: Database,
    private readonly ledger: StockLedger,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Throws DonorNameTaken. */
  register(networkId: string, name: string, by: string): Promise<Donor> {
    return this.db.inNetwork(networkId, async (tx) => {
      if (await tx.existsBy(Donor, { name })) throw new DonorNameTaken(name);
      const [donor] = (await this.named(tx, networkId, [name])) as [Donor];
      // The sheet's name for a donor that has another one by now: still that donor.
      if (donor.name !== name) throw new DonorNameTaken(name);
      await this.note(tx, donor, 'donor-registered', by);
      return donor;
    });
  }

  /** Past goods stay with the donor, and sheets that use the earlier name still mean it. Throws DonorNotFound, DonorNameTaken. */
  rename(networkId: string, donorId: string, name: string, by: string): Promise<Donor> {
    return this.db.inNetwork(networkId, async (tx) => {
      const donor = await this.locked(tx, donorId);
      if (donor.name === name) return donor;
      if (await tx.existsBy(Donor, { name })) throw new DonorNameTaken(name);
      donor.name = name;
      await tx.save(donor);
      await this.note(tx, donor, 'donor-renamed', by);
      return donor;
    });
  }

  /** The donor, locked to the end of the transaction. Throws DonorNotFound. */
  async locked(tx: EntityManager, donorId: string): Promise<Donor> {
    const donor = await tx.findOne(Donor, { where: { id: donorId }, lock: { mode: 'pessimistic_write' } });
    if (!donor) throw new DonorNotFound(donorId);
    return donor;
  }

  /** The donors whom a sheet names, registered if need be, with their accounts. In the order of the names. */
  async named(tx: EntityManager, networkId: string, names: readonly string[]): Promise<Donor[]> {
    const known = new Map((await tx.findBy(Donor, { name: In([...names]) })).map((donor) => [donor.name, donor]));
    const fresh = names.filter((name) => !known.has(name)).map((name) => ({ networkId, id: deriveId('donor', networkId, name), name }));
    if (fresh.length > 0) await tx.createQueryBuilder().insert().into(Donor).values(fresh).orIgnore().execute();
    const ids = names.map((name) => known.get(name)?.id ?? deriveId('donor', networkId, name));
    const donors = new Map((await tx.findBy(Donor, { id: In(ids) })).map((donor) => [donor.id, donor]));
    const found = ids.map((id) => donors.get(id) as Donor);
    const opened = found.flatMap(({ id, name }) => [
      { ...accounts.donorSource(id), label: `${name} 帳外` },
      { ...accounts.donorPledged(id), label: `${name} 申出` },
    ]);
    await this.ledger.openAccounts(tx, networkId, opened);
    return found;
  }

  private async note(tx: EntityManager, donor: Donor, kind: string, by: string): Promise<void> {
    await this.journal.append(tx, donor.networkId, { entryId: newId(this.clock), kind, body: { donor: donor.id, by } });
  }
}
