import { Injectable } from '@nestjs/common';
import { Database } from '@wakachi/database';
import { Journal } from '@wakachi/journal';
import { Clock, deriveId, todayInJapan } from '@wakachi/kernel';
import { type ImportFile, ImportRefused, recordImport } from '@wakachi/platform';
import { accounts, StockLedger } from '@wakachi/stock-ledger';
import { In } from 'typeorm';
import { GroupsAlreadyRegistered } from './errors.js';
import { readGroupRegister } from './group-register/read-group-register.js';
import { groupRows } from './group-rows.js';
import { Qualification } from './qualification.entity.js';
import { RecipientGroup } from './recipient-group.entity.js';
import { Site } from './site.entity.js';

export interface ImportedGroups {
  readonly batchId: string;
  readonly groups: number;
  readonly households: number;
  /** Groups with something that a person should look at. */
  readonly attention: number;
}

/** Takes the register of groups in. */
@Injectable()
export class GroupRegisterImport {
  constructor(
    private readonly db: Database,
    private readonly ledger: StockLedger,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Throws ImportRefused with every row that is wrong, AlreadyImported, GroupsAlreadyRegistered; nothing is half-imported. */
  async import(networkId: string, file: ImportFile, importedBy: string): Promise<ImportedGroups> {
    const register = await readGroupRegister(file.bytes, file.fileName, { asOf: todayInJapan(this.clock) });
    if (!register.ok) throw new ImportRefused(file.fileName, register.issues);
    const rows = register.rows.map((line) => groupRows(networkId, line));
    return this.db.inNetwork(networkId, async (tx) => {
      const batchId = await recordImport(tx, {
        networkId,
        kind: 'groups',
        file,
        rowCount: rows.length,
        importedAt: this.clock.now(),
        importedBy,
      });
      const groups = rows.map((row) => row.group);
      const known = await tx.find(RecipientGroup, { where: { code: In(groups.map((group) => group.code)) }, order: { code: 'ASC' } });
      if (known.length > 0) throw new GroupsAlreadyRegistered(known.map((group) => group.code));
      await tx.insert(RecipientGroup, groups);
      await tx.insert(
        Site,
        rows.map((row) => row.site),
      );
      await tx.insert(
        Qualification,
        rows.flatMap((row) => row.qualifications),
      );
      await this.ledger.openAccounts(
        tx,
        networkId,
        groups.flatMap((group) => [
          { ...accounts.groupOnHand(group.id), label: `${group.name} 在庫` },
          { ...accounts.distributed(group.id), label: `${group.name} 配布` },
          { ...accounts.disposed(group.id), label: `${group.name} 処分` },
        ]),
      );
      await this.journal.append(tx, networkId, {
        entryId: deriveId('groups-imported', batchId),
        kind: 'groups-imported',
        body: { batch: batchId, groups: groups.length, by: importedBy },
      });
      return {
        batchId,
        groups: groups.length,
        households: groups.reduce((sum, group) => sum + group.households, 0),
        attention: groups.filter((group) => group.attention.length > 0).length,
      };
    });
  }
}
