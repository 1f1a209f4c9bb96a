import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Database } from '@wakachi/database';
import { Hub, Hubs } from '@wakachi/logistics';
import { Tagged } from '../edits/if-match.js';
import { pageOf, type SortColumn } from '../lists/page.js';
import { Problems } from '../openapi/problems.js';
import type { SignedIn } from '../sign-in/sign-in-token.js';
import { Who } from '../sign-in/signed-in.guard.js';
import { Id } from '../validation/uuid-param.js';
import { HubDto, HubListQuery, HubPageDto, hubDto, NewHubDto } from './hub.dto.js';

const SORTS: Readonly<Record<string, SortColumn>> = { name: { sql: 'hub.name', type: 'text' } };

@ApiTags('集約拠点 / hubs')
@ApiBearerAuth()
@Controller('api/v1/hubs')
export class HubsController {
  constructor(
    private readonly db: Database,
    private readonly hubs: Hubs,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listHubs', summary: '集約拠点の一覧 / Hubs' })
  @Problems()
  list(@Who() who: SignedIn, @Query() query: HubListQuery): Promise<HubPageDto> {
    return this.db.inNetwork(who.networkId, async (tx) => {
      const { items, next } = await pageOf(tx.createQueryBuilder(Hub, 'hub'), SORTS, query);
      return { items: items.map(hubDto), next };
    });
  }

  @Get(':hubId')
  @Tagged()
  @ApiOperation({ operationId: 'getHub', summary: '集約拠点 / One hub' })
  @Problems('hub-not-found')
  async get(@Who() who: SignedIn, @Id('hubId') hubId: string): Promise<HubDto> {
    return hubDto(await this.hubs.find(who.networkId, hubId));
  }

  @Post()
  @HttpCode(200)
  @ApiOperation({ operationId: 'openHub', summary: '集約拠点を開く。すでにあればそれを返す / Open a hub, or find it open' })
  @Problems()
  async open(@Who() who: SignedIn, @Body() { name }: NewHubDto): Promise<HubDto> {
    const ids = await this.hubs.open(who.networkId, [name]);
    return hubDto(await this.hubs.find(who.networkId, ids.get(name) as string));
  }
}
