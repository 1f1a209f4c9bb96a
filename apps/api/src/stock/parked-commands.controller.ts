import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Database } from '@wakachi/database';
import { ParkedCommand, ParkedCommands } from '@wakachi/distributions';
import { pageOf, type SortColumn } from '../lists/page.js';
import { where } from '../lists/where.js';
import { Problems } from '../openapi/problems.js';
import type { SignedIn } from '../sign-in/sign-in-token.js';
import { Who } from '../sign-in/signed-in.guard.js';
import { Id } from '../validation/uuid-param.js';
import { DismissDto, ParkedPageDto, ParkedQuery, parkedCommandDto, ResolvedDto, RetryDto } from './stock.dto.js';

const SORTS: Readonly<Record<string, SortColumn>> = { parkedAt: { sql: 'parked.parked_at', type: 'timestamptz' } };

/** What phones recorded and nobody could apply: a person decides. */
@ApiTags('確認待ちの記録 / parked commands')
@ApiBearerAuth()
@Controller('api/v1/parked-commands')
export class ParkedCommandsController {
  constructor(
    private readonly db: Database,
    private readonly parked: ParkedCommands,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listParkedCommands', summary: '確認待ちの記録 / Commands that wait for a person' })
  @Problems()
  list(@Who() who: SignedIn, @Query() query: ParkedQuery): Promise<ParkedPageDto> {
    return this.db.inNetwork(who.networkId, async (tx) => {
      const { deviceId, resolved = false } = query;
      const commands = where(tx.createQueryBuilder(ParkedCommand, 'parked'), { deviceId });
      commands.andWhere(resolved ? 'parked.outcome IS NOT NULL' : 'parked.outcome IS NULL');
      const { items, next } = await pageOf(commands, SORTS, query);
      return { items: items.map(parkedCommandDto), next };
    });
  }

  @Post(':commandId/retry')
  @HttpCode(200)
  @ApiOperation({ operationId: 'retryParkedCommand', summary: '記録し直す / Apply it after all' })
  @Problems(
    ...(['parked-command-not-found', 'parked-command-resolved', 'site-not-found', 'unknown-lot', 'same-site'] as const),
    ...(['insufficient-stock', 'period-closed', 'time-implausible', 'use-by-past', 'best-before-past'] as const),
    ...(['group-not-yours', 'membership-ended', 'idempotency-conflict'] as const),
    ...(['shipment-not-found', 'shipment-in-wrong-state'] as const),
    ...(['receipt-line-missing', 'receipt-line-unknown', 'receipt-does-not-add-up'] as const),
  )
  async retry(@Who() who: SignedIn, @Id('commandId') commandId: string, @Body() { datedNow }: RetryDto): Promise<ResolvedDto> {
    await this.parked.retry(who.networkId, commandId, who.personId, datedNow);
    return { outcome: 'applied' };
  }

  @Post(':commandId/dismissal')
  @HttpCode(200)
  @ApiOperation({ operationId: 'dismissParkedCommand', summary: '記録しないことにする / Decide that it is not recorded' })
  @Problems('parked-command-not-found', 'parked-command-resolved')
  async dismiss(@Who() who: SignedIn, @Id('commandId') commandId: string, @Body() { reason }: DismissDto): Promise<ResolvedDto> {
    await this.parked.dismiss(who.networkId, commandId, who.personId, reason);
    return { outcome: 'dismissed' };
  }
}
