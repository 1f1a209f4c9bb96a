import { NetworkEntity } from '@wakachi/database';
import { Column, Entity } from 'typeorm';

/** 受領確認. */
@Entity('receipt')
export class Receipt extends NetworkEntity {
  @Column('uuid')
  shipmentId: string;

  @Column('timestamptz')
  receivedAt: Date;

  @Column('uuid')
  receivedBy: string;
}

@Entity('receipt_line')
export class ReceiptLine extends NetworkEntity {
  @Column('uuid')
  receiptId: string;

  @Column('uuid')
  shipmentLineId: string;

  /** Good units that came; they are the group's stock. */
  @Column('int')
  receivedUnits: number;

  /** 不足: sent and not there. */
  @Column('int')
  shortUnits: number;

  /** 破損. */
  @Column('int')
  damagedUnits: number;

  @Column('text', { nullable: true })
  note: string | null;
}
