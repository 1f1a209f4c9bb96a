import { NetworkEntity } from '@wakachi/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 棚卸: what was counted at one site, also where everything was in place. */
@Entity('stocktake')
export class Stocktake extends NetworkEntity {
  @Column('uuid')
  siteId: string;

  @Column('timestamptz')
  countedAt: Date;

  @Column('uuid')
  countedBy: string;

  @Column('timestamptz')
  recordedAt: Date;

  @Column('text')
  bodySha256: string;
}

@Entity('stocktake_line')
export class StocktakeLine {
  @PrimaryColumn('uuid')
  networkId: string;

  @PrimaryColumn('uuid')
  stocktakeId: string;

  @PrimaryColumn('uuid')
  lotId: string;

  /** What the books said when the counting began. */
  @Column('int')
  expectedUnits: number;

  @Column('int')
  countedUnits: number;
}
