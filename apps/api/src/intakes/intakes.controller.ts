import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Database } from '@wakachi/database';
import { Clock, newId } from '@wakachi/kernel';
import { HubIntake, HubIntakes, Hubs } from '@wakachi/logistics';
import { OncePerKey } from '../idempotency/once-per-key.js';
import { pageOf, type SortColumn } from '../lists/page.js';
import { where } from '../lists/where.js';
import { Problems } from '../openapi/problems.js';
import type { SignedIn } from '../sign-in/sign-in-token.js';
import { Who } from '../sign-in/signed-in.guard.js';
import { Id } from '../validation/uuid-param.js';
import { IntakeDto, IntakeListQuery, IntakePageDto, intakeDto, NewIntakeDto } from './intake.dto.js';

const SORTS: Readonly<Record<string, SortColumn>> = { countedAt: { sql: 'intake.counted_at', type: 'timestamptz' } };

@ApiTags('入庫 / hub intakes')
@ApiBearerAuth()
@Controller('api/v1/hubs/:hubId/intakes')
export class IntakesController {
  constructor(
    private readonly db: Database,
    private readonly hubs: Hubs,
    private readonly intakes: HubIntakes,
    private readonly clock: Clock,
  ) {}

  @Post()
  @OncePerKey()
  @ApiOperation({ operationId: 'countIn', summary: '届いた品目を数えて入庫する / Count a delivery in' })
  @Problems('hub-not-found', 'lot-not-of-hub', 'insufficient-stock', 'idempotency-conflict', 'idempotency-key-required')
  async countIn(@Who() who: SignedIn, @Id('hubId') hubId: string, @Body() { lotId, countedUnits }: NewIntakeDto): Promise<IntakeDto> {
    await this.hubs.find(who.networkId, hubId);
    const counted = { intakeId: newId(this.clock), hubId, lotId, countedUnits, countedBy: who.personId };
    return intakeDto(await this.intakes.countIn(who.networkId, counted));
  }

  @Get()
  @ApiOperation({ operationId: 'listIntakesOfHub', summary: '拠点の入庫の一覧 / The intakes of a hub' })
  @Problems('hub-not-found')
  async list(@Who() who: SignedIn, @Id('hubId') hubId: string, @Query() query: IntakeListQuery): Promise<IntakePageDto> {
    await this.hubs.find(who.networkId, hubId);
    return this.db.inNetwork(who.networkId, async (tx) => {
      const intakes = where(tx.createQueryBuilder(HubIntake, 'intake'), { hubId, lotId: query.lotId });
      const { items, next } = await pageOf(intakes, SORTS, query);
      return { items: items.map(intakeDto), next };
    });
  }
}
