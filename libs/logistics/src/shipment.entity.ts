import { NetworkEntity } from '@wakachi/database';
import { Column, Entity } from 'typeorm';
import { ShipmentInWrongState } from './errors.js';

export type ShipmentStatus = 'ordered' | 'dispatched' | 'received';

/** One table says what may follow what. */
const NEXT: Readonly<Record<ShipmentStatus, readonly ShipmentStatus[]>> = {
  ordered: ['dispatched'],
  dispatched: ['received'],
  received: [],
};

/** One delivery: from a hub, or from a donor directly, to a group. */
@Entity('shipment')
export class Shipment extends NetworkEntity {
  @Column('uuid')
  roundId: string;

  @Column('uuid', { nullable: true })
  hubId: string | null;

  @Column('uuid', { nullable: true })
  donorId: string | null;

  @Column('uuid')
  groupId: string;

  /** The group's first receiving day from the round's arrival day on. */
  @Column('date')
  plannedOn: string;

  @Column('text')
  status: ShipmentStatus;

  @Column('timestamptz', { nullable: true })
  dispatchedAt: Date | null;

  @Column('uuid', { nullable: true })
  dispatchedBy: string | null;

  /** Throws ShipmentInWrongState. */
  dispatch(by: string, at: Date): void {
    this.become('dispatched');
    this.dispatchedBy = by;
    this.dispatchedAt = at;
  }

  /** Throws ShipmentInWrongState. */
  receive(): void {
    this.become('received');
  }

  private become(next: ShipmentStatus): void {
    if (!NEXT[this.status].includes(next)) throw new ShipmentInWrongState(this.id, this.status, next);
    this.status = next;
  }
}

@Entity('shipment_line')
export class ShipmentLine extends NetworkEntity {
  @Column('uuid')
  shipmentId: string;

  @Column('uuid')
  awardId: string;

  @Column('uuid')
  lotId: string;

  @Column('int')
  cases: number;

  @Column('int')
  units: number;
}
