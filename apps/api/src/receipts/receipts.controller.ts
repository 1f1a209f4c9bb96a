import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Database } from '@wakachi/database';
import { Receipt, ReceiptLine, ReceiptNotFound, Receipts } from '@wakachi/logistics';
import type { EntityManager, FindOptionsWhere } from 'typeorm';
import { Tagged } from '../edits/if-match.js';
import { OncePerKey } from '../idempotency/once-per-key.js';
import { pageOf, type SortColumn } from '../lists/page.js';
import { where } from '../lists/where.js';
import { Problems } from '../openapi/problems.js';
import type { SignedIn } from '../sign-in/sign-in-token.js';
import { Who } from '../sign-in/signed-in.guard.js';
import { Id } from '../validation/uuid-param.js';
import { NewReceiptDto, ReceiptListQuery, ReceiptPageDto, ReceiptWithLinesDto, receiptDto, receiptWithLinesDto } from './receipt.dto.js';

const SORTS: Readonly<Record<string, SortColumn>> = { receivedAt: { sql: 'receipt.received_at', type: 'timestamptz' } };

@ApiTags('受領確認 / receipts')
@ApiBearerAuth()
@Controller('api/v1')
export class ReceiptsController {
  constructor(
    private readonly db: Database,
    private readonly receipts: Receipts,
  ) {}

  @Post('shipments/:shipmentId/receipt')
  @OncePerKey()
  @ApiOperation({ operationId: 'confirmReceipt', summary: '届いた数を確認する / Confirm what came' })
  @Problems(
    ...([
      'shipment-not-found',
      'shipment-in-wrong-state',
      'receipt-line-missing',
      'receipt-line-unknown',
      'receipt-does-not-add-up',
    ] as const),
    ...(['idempotency-conflict', 'idempotency-key-required'] as const),
  )
  async confirm(
    @Who() who: SignedIn,
    @Id('shipmentId') shipmentId: string,
    @Body() { lines }: NewReceiptDto,
  ): Promise<ReceiptWithLinesDto> {
    await this.receipts.confirm(who.networkId, shipmentId, lines, who.personId);
    return this.db.inNetwork(who.networkId, (tx) => withLines(tx, { shipmentId }));
  }

  @Get('receipts')
  @ApiOperation({ operationId: 'listReceipts', summary: '受領確認の一覧 / Receipts' })
  @Problems()
  list(@Who() who: SignedIn, @Query() query: ReceiptListQuery): Promise<ReceiptPageDto> {
    return this.db.inNetwork(who.networkId, async (tx) => {
      const receipts = where(tx.createQueryBuilder(Receipt, 'receipt'), { shipmentId: query.shipmentId });
      const { items, next } = await pageOf(receipts, SORTS, query);
      return { items: items.map(receiptDto), next };
    });
  }

  @Get('receipts/:receiptId')
  @Tagged()
  @ApiOperation({ operationId: 'getReceipt', summary: '受領確認と明細 / One receipt with its lines' })
  @Problems('receipt-not-found')
  get(@Who() who: SignedIn, @Id('receiptId') receiptId: string): Promise<ReceiptWithLinesDto> {
    return this.db.inNetwork(who.networkId, (tx) => withLines(tx, { id: receiptId }));
  }
}

async function withLines(tx: EntityManager, which: FindOptionsWhere<Receipt> & { id?: string }): Promise<ReceiptWithLinesDto> {
  const receipt = await tx.findOneBy(Receipt, which);
  if (!receipt) throw new ReceiptNotFound(which.id ?? '');
  return receiptWithLinesDto(receipt, await tx.find(ReceiptLine, { where: { receiptId: receipt.id }, order: { id: 'ASC' } }));
}
