import { ApiProperty } from '@nestjs/swagger';
import type { Shipment, ShipmentLine } from '@wakachi/logistics';
import { ListQuery } from '../lists/list-query.js';
import { MayBeAbsent, OneOf, Uuid } from '../validation/fields.js';

const STATUSES = ['ordered', 'dispatched', 'received'] as const;

export class ShipmentListQuery extends ListQuery(['plannedOn']) {
  @MayBeAbsent()
  @Uuid()
  roundId?: string;

  @MayBeAbsent()
  @Uuid()
  groupId?: string;

  @MayBeAbsent()
  @Uuid()
  hubId?: string;

  @MayBeAbsent()
  @Uuid()
  donorId?: string;

  @MayBeAbsent()
  @OneOf(STATUSES)
  status?: Shipment['status'];
}

/** 出荷 */
export class ShipmentDto {
  id: string;
  roundId: string;
  /** 拠点から出るとき / from a hub */
  hubId: string | null;
  /** 寄贈企業からの直送のとき / straight from a donor */
  donorId: string | null;
  groupId: string;

  @ApiProperty({ type: 'string', format: 'date' })
  plannedOn: string;

  @ApiProperty({ enum: STATUSES })
  status: Shipment['status'];

  dispatchedAt: Date | null;
  dispatchedBy: string | null;
}

export class ShipmentPageDto {
  items: ShipmentDto[];
  /** 次の頁の cursor。最後なら null / the cursor of the next page */
  next: string | null;
}

export class ShipmentLineDto {
  id: string;
  awardId: string;
  lotId: string;

  @ApiProperty({ type: 'integer' })
  cases: number;

  @ApiProperty({ type: 'integer' })
  units: number;
}

export class ShipmentWithLinesDto extends ShipmentDto {
  lines: ShipmentLineDto[];
}

export class OrderedShipmentsDto {
  /** 新しく作った出荷 / the new shipments */
  shipmentIds: string[];
}

export function shipmentDto(shipment: Shipment): ShipmentDto {
  const { id, roundId, hubId, donorId, groupId, plannedOn, status, dispatchedAt, dispatchedBy } = shipment;
  return { id, roundId, hubId, donorId, groupId, plannedOn, status, dispatchedAt, dispatchedBy };
}

export function shipmentWithLinesDto(shipment: Shipment, lines: readonly ShipmentLine[]): ShipmentWithLinesDto {
  const shown = lines.map(({ id, awardId, lotId, cases, units }) => ({ id, awardId, lotId, cases, units }));
  return { ...shipmentDto(shipment), lines: shown };
}
