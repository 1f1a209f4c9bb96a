import { NetworkEntity } from '@wakachi/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 配布: goods handed to families. Counts only: names of people in need stay with the group. */
@Entity('hand_out')
export class HandOut extends NetworkEntity {
  @Column('uuid')
  groupId: string;

  @Column('uuid', { nullable: true })
  roundId: string | null;

  /** Null: the group's main site. */
  @Column('uuid', { nullable: true })
  siteId: string | null;

  @Column('date')
  handedOutOn: string;

  @Column('int')
  households: number;

  @Column('int')
  children: number;

  @Column('uuid')
  recordedBy: string;

  @Column('timestamptz')
  recordedAt: Date;
}

@Entity('hand_out_line')
export class HandOutLine {
  @PrimaryColumn('uuid')
  networkId: string;

  @PrimaryColumn('uuid')
  handOutId: string;

  @PrimaryColumn('uuid')
  lotId: string;

  @Column('int')
  units: number;
}
