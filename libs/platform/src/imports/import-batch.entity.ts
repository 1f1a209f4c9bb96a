import { NetworkEntity } from '@wakachi/database';
import { Column, Entity } from 'typeorm';

export type ImportKind = 'offers' | 'groups' | 'entries';

/** One file that was taken in whole; the same contents are taken in once. */
@Entity('import_batch')
export class ImportBatch extends NetworkEntity {
  @Column('text')
  kind: ImportKind;

  @Column('text')
  fileName: string;

  @Column('text')
  contentSha256: string;

  @Column('int')
  rowCount: number;

  @Column('timestamptz')
  importedAt: Date;

  @Column('uuid')
  importedBy: string;
}
