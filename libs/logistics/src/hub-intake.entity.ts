import { NetworkEntity } from '@wakachi/database';
import { Column, Entity } from 'typeorm';

/** 入庫・検品: what a hub counted of one lot, beside what it expected. */
@Entity('hub_intake')
export class HubIntake extends NetworkEntity {
  @Column('uuid')
  hubId: string;

  @Column('uuid')
  lotId: string;

  @Column('int')
  expectedUnits: number;

  @Column('int')
  countedUnits: number;

  @Column('uuid')
  countedBy: string;

  @Column('timestamptz')
  countedAt: Date;
}
