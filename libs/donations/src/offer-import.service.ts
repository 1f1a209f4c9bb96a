import { Injectable } from '@nestjs/common';
import { Item } from '@wakachi/catalogue';
import { Database } from '@wakachi/database';
import { Journal } from '@wakachi/journal';
import { Clock, DomainError, defineMessages, deriveId, todayInJapan } from '@wakachi/kernel';
import { type ImportFile, ImportRefused, recordImport } from '@wakachi/platform';
import { type Account, accounts, move, StockLedger } from '@wakachi/stock-ledger';
import type { EntityManager } from 'typeorm';
import { Donor } from './donor.entity.js';
import { Lot } from './lot.entity.js';
import { LotHold } from './lot-hold.entity.js';
import { donorIdOf, lotRows } from './lot-rows.js';
import { Offer } from './offer.entity.js';
import type { OfferLine } from './offer-sheet/offer-line.js';
import { readOfferSheet } from './offer-sheet/read-offer-sheet.js';

const messages = defineMessages({
  'unknown-hub': {
    ja: '集約拠点「{hub}」が登録されていません。拠点を登録するか、シートの表記を直してください。',
    en: 'There is no hub "{hub}". Register it, or mend the sheet.',
  },
});

/** The sheet names a hub that the network does not have. */
export class UnknownHub extends DomainError {
  constructor(hub: string) {
    super('unknown-hub', 'invalid', messages('unknown-hub', { hub }), { hub });
  }
}

export interface ImportedOffers {
  readonly batchId: string;
  readonly lines: number;
  readonly donors: number;
  readonly held: number;
  readonly warnings: number;
}

/** Ids by name; a name that is missing in the answer is an unknown hub. */
export type HubDirectory = (networkId: string, names: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/** Takes the coordinators' Excel list of offers in: every line becomes an offer, its lot, and a pledge in the ledger. */
@Injectable()
export class OfferImport {
  constructor(
    private readonly db: Database,
    private readonly ledger: StockLedger,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /**
   * @param hubsNamed gives the ids of the network's hubs by the names that the sheet uses
   * Throws ImportRefused with every row that is wrong, UnknownHub, AlreadyImported; nothing is half-imported.
   */
  async import(networkId: string, file: ImportFile, hubsNamed: HubDirectory, importedBy: string): Promise<ImportedOffers> {
    const sheet = await readOfferSheet(file.bytes, file.fileName, { asOf: todayInJapan(this.clock) });
    if (!sheet.ok) throw new ImportRefused(file.fileName, sheet.issues);
    const hubs = await hubsNamed(networkId, [...new Set(sheet.rows.flatMap((line) => (line.hub === null ? [] : [line.hub])))].sort());
    return this.db.inNetwork(networkId, async (tx) => {
      const now = this.clock.now();
      const batchId = await recordImport(tx, { networkId, kind: 'offers', file, rowCount: sheet.rows.length, importedAt: now, importedBy });
      const rows = sheet.rows.map((line) => lotRows({ networkId, batchId, submittedAt: now, hubId: hubIdOf(line, hubs) }, line));
      await this.saveGoods(tx, networkId, sheet.rows, rows);
      await this.pledge(
        tx,
        networkId,
        batchId,
        importedBy,
        rows.map((row) => row.lot),
      );
      await this.journal.append(tx, networkId, {
        entryId: deriveId('offers-imported', batchId),
        kind: 'offers-imported',
        body: {
          batch: batchId,
          lines: rows.length,
          by: importedBy,
          held: rows.filter((row) => row.holds.length > 0).map((row) => row.lot.id),
        },
      });
      const donors = new Set(rows.map((row) => row.lot.donorId)).size;
      return {
        batchId,
        lines: rows.length,
        donors,
        held: rows.filter((row) => row.holds.length > 0).length,
        warnings: sheet.warnings.length,
      };
    });
  }

  private async saveGoods(
    tx: EntityManager,
    networkId: string,
    lines: readonly OfferLine[],
    rows: readonly ReturnType<typeof lotRows>[],
  ): Promise<void> {
    const donors = [...new Set(lines.map((line) => line.donorName))].map((name) => ({ networkId, id: donorIdOf(networkId, name), name }));
    const items = [...new Map(rows.map((row) => [row.item.id, row.item])).values()];
    await tx.createQueryBuilder().insert().into(Donor).values(donors).orIgnore().execute();
    await tx.createQueryBuilder().insert().into(Item).values(items).orIgnore().execute();
    await tx.insert(
      Offer,
      rows.map((row) => row.offer),
    );
    await this.ledger.openLots(
      tx,
      networkId,
      rows.map((row) => ({ id: row.lot.id, label: `No.${row.lot.lineNumber} ${row.lot.name}` })),
    );
    await tx.insert(
      Lot,
      rows.map((row) => row.lot),
    );
    await tx.insert(
      LotHold,
      rows.flatMap((row) => row.holds),
    );
    const opened = donors.flatMap((donor): Account[] => [
      { ...accounts.donorSource(donor.id), label: `${donor.name} 帳外` },
      { ...accounts.donorPledged(donor.id), label: `${donor.name} 申出` },
    ]);
    await this.ledger.openAccounts(tx, networkId, opened);
  }

  private async pledge(tx: EntityManager, networkId: string, batchId: string, actorId: string, lots: readonly Lot[]): Promise<void> {
    await this.ledger.post(tx, networkId, {
      commandId: deriveId('pledge', batchId),
      kind: 'pledge',
      effectiveAt: this.clock.now(),
      actorId,
      reason: null,
      postings: lots.map((lot) =>
        move(networkId, lot.id, accounts.donorSource(lot.donorId), accounts.donorPledged(lot.donorId), lot.cases * lot.unitsPerCase),
      ),
    });
  }
}

function hubIdOf(line: OfferLine, hubs: ReadonlyMap<string, string>): string | null {
  if (line.hub === null) return null;
  const id = hubs.get(line.hub);
  if (id === undefined) throw new UnknownHub(line.hub);
  return id;
}
