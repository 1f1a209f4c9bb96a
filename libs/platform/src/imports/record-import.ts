import { DomainError, defineMessages, deriveId, sha256 } from '@wakachi/kernel';
import type { EntityManager } from 'typeorm';
import { ImportBatch, type ImportKind } from './import-batch.entity.js';

const messages = defineMessages({
  'already-imported': {
    ja: 'このファイルは {day} に「{file}」として取り込み済みです。二重に登録しないため、取り込みませんでした。',
    en: 'This file was imported on {day} as "{file}". It was not imported again.',
  },
});

/** The same contents were imported before. */
export class AlreadyImported extends DomainError {
  constructor(earlier: ImportBatch) {
    const day = earlier.importedAt.toISOString().slice(0, 10);
    super('already-imported', 'conflict', messages('already-imported', { day, file: earlier.fileName }), { batchId: earlier.id });
  }
}

export interface ImportFile {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

interface NewImport {
  readonly networkId: string;
  readonly kind: ImportKind;
  readonly file: ImportFile;
  readonly rowCount: number;
  readonly importedAt: Date;
  readonly importedBy: string;
}

/** Notes the file down in the transaction that takes its rows in. Throws AlreadyImported. */
export async function recordImport(tx: EntityManager, input: NewImport): Promise<string> {
  const { networkId, kind, file, rowCount, importedAt, importedBy } = input;
  const contentSha256 = sha256(file.bytes);
  const id = deriveId('import', networkId, kind, contentSha256);
  const inserted = await tx
    .createQueryBuilder()
    .insert()
    .into(ImportBatch)
    .values({ networkId, id, kind, fileName: file.fileName, contentSha256, rowCount, importedAt, importedBy })
    .orIgnore()
    .returning(['id'])
    .execute();
  if ((inserted.raw as unknown[]).length === 0) throw new AlreadyImported(await tx.findOneByOrFail(ImportBatch, { id }));
  return id;
}
