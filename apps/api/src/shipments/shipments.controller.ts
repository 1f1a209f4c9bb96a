import { Controller, Get, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Database } from '@wakachi/database';
import { Shipment, ShipmentLine, ShipmentNotFound, Shipments } from '@wakachi/logistics';
import type { EntityManager } from 'typeorm';
import { Tagged } from '../edits/if-match.js';
import { OncePerKey } from '../idempotency/once-per-key.js';
import { pageOf, type SortColumn } from '../lists/page.js';
import { where } from '../lists/where.js';
import { Problems } from '../openapi/problems.js';
import type { SignedIn } from '../sign-in/sign-in-token.js';
import { Who } from '../sign-in/signed-in.guard.js';
import { Id } from '../validation/uuid-param.js';
import {
  OrderedShipmentsDto,
  ShipmentListQuery,
  ShipmentPageDto,
  ShipmentWithLinesDto,
  shipmentDto,
  shipmentWithLinesDto,
} from './shipment.dto.js';

const SORTS: Readonly<Record<string, SortColumn>> = { plannedOn: { sql: 'shipment.planned_on', type: 'date' } };

@ApiTags('出荷 / shipments')
@ApiBearerAuth()
@Controller('api/v1')
export class ShipmentsController {
  constructor(
    private readonly db: Database,
    private readonly shipments: Shipments,
  ) {}

  @Post('rounds/:roundId/shipments')
  @OncePerKey()
  @ApiOperation({ operationId: 'orderShipments', summary: '配分回の出荷を作る / Order a shipment for every award that has none' })
  @Problems('round-not-found', 'idempotency-conflict', 'idempotency-key-required')
  async order(@Who() who: SignedIn, @Id('roundId') roundId: string): Promise<OrderedShipmentsDto> {
    return { shipmentIds: await this.shipments.order(who.networkId, roundId) };
  }

  @Get('shipments')
  @ApiOperation({ operationId: 'listShipments', summary: '出荷の一覧 / Shipments' })
  @Problems()
  list(@Who() who: SignedIn, @Query() query: ShipmentListQuery): Promise<ShipmentPageDto> {
    return this.db.inNetwork(who.networkId, async (tx) => {
      const { roundId, groupId, hubId, donorId, status } = query;
      const shipments = where(tx.createQueryBuilder(Shipment, 'shipment'), { roundId, groupId, hubId, donorId, status });
      const { items, next } = await pageOf(shipments, SORTS, query);
      return { items: items.map(shipmentDto), next };
    });
  }

  @Get('shipments/:shipmentId')
  @Tagged()
  @ApiOperation({ operationId: 'getShipment', summary: '出荷と明細 / One shipment with its lines' })
  @Problems('shipment-not-found')
  get(@Who() who: SignedIn, @Id('shipmentId') shipmentId: string): Promise<ShipmentWithLinesDto> {
    return this.db.inNetwork(who.networkId, (tx) => withLines(tx, shipmentId));
  }

  @Post('shipments/:shipmentId/dispatch')
  @OncePerKey()
  @ApiOperation({ operationId: 'dispatchShipment', summary: '出荷する / The goods leave' })
  @Problems(
    ...(['shipment-not-found', 'shipment-in-wrong-state', 'site-not-confirmed', 'not-counted-in'] as const),
    ...(['idempotency-conflict', 'idempotency-key-required'] as const),
  )
  async dispatch(@Who() who: SignedIn, @Id('shipmentId') shipmentId: string): Promise<ShipmentWithLinesDto> {
    await this.shipments.dispatch(who.networkId, shipmentId, who.personId);
    return this.db.inNetwork(who.networkId, (tx) => withLines(tx, shipmentId));
  }
}

async function withLines(tx: EntityManager, shipmentId: string): Promise<ShipmentWithLinesDto> {
  const shipment = await tx.findOneBy(Shipment, { id: shipmentId });
  if (!shipment) throw new ShipmentNotFound(shipmentId);
  return shipmentWithLinesDto(shipment, await tx.find(ShipmentLine, { where: { shipmentId }, order: { id: 'ASC' } }));
}
