import { Injectable } from '@nestjs/common';
import { Database } from '@wakachi/database';
import { Journal } from '@wakachi/journal';
import { Clock, DomainError, defineMessages, deriveId, todayInJapan } from '@wakachi/kernel';
import { type ImportFile, ImportRefused, recordImport } from '@wakachi/platform';
import { Donors } from './donors.service.js';
import { lotRows } from './lot-rows.js';
import { OfferBook } from './offer-book.service.js';
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
    private readonly donors: Donors,
    private readonly book: OfferBook,
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
      const names = [...new Set(sheet.rows.map((line) => line.donorName))];
      const donors = await this.donors.named(tx, networkId, names);
      const donorOf = new Map(names.map((name, i) => [name, donors[i]?.id as string]));
      const rows = sheet.rows.map((line) => {
        // From the sheet and the line: importing is repeatable.
        const offerId = deriveId('offer', batchId, line.rowNumber);
        const donorId = donorOf.get(line.donorName) as string;
        return lotRows({ networkId, batchId, offerId, donorId, hubId: hubIdOf(line, hubs), submittedAt: now }, line);
      });
      await this.book.enter(tx, networkId, rows, { commandId: deriveId('pledge', batchId), actorId: importedBy });
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
      return {
        batchId,
        lines: rows.length,
        donors: new Set(donors.map((donor) => donor.id)).size,
        held: rows.filter((row) => row.holds.length > 0).length,
        warnings: sheet.warnings.length,
      };
    });
  }
}

function hubIdOf(line: OfferLine, hubs: ReadonlyMap<string, string>): string | null {
  if (line.hub === null) return null;
  const id = hubs.get(line.hub);
  if (id === undefined) throw new UnknownHub(line.hub);
  return id;
}
