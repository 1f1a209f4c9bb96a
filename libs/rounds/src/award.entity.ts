import { NetworkEntity } from '@wakachi/database';
import { Column, Entity } from 'typeorm';

/** 配分決定. What became of it since — reserved, on its way, received — is the ledger's to say. */
@Entity('award')
export class Award extends NetworkEntity {
  @Column('uuid')
  roundId: string;

  @Column('uuid')
  proposalId: string;

  @Column('uuid')
  lotId: string;

  @Column('uuid')
  groupId: string;

  @Column('int')
  cases: number;

  @Column('int')
  units: number;

  /** The reservation lapses after this day. */
  @Column('date')
  expiresOn: string;
}
