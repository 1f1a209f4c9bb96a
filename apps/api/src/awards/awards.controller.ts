import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Database } from '@wakachi/database';
import { Award } from '@wakachi/rounds';
import { pageOf, type SortColumn } from '../lists/page.js';
import { where } from '../lists/where.js';
import { Problems } from '../openapi/problems.js';
import type { SignedIn } from '../sign-in/sign-in-token.js';
import { Who } from '../sign-in/signed-in.guard.js';
import { AwardListQuery, AwardPageDto, awardDto } from './award.dto.js';

const SORTS: Readonly<Record<string, SortColumn>> = {
  expiresOn: { sql: 'award.expires_on', type: 'date' },
  units: { sql: 'award.units', type: 'int' },
};

@ApiTags('配分決定 / awards')
@ApiBearerAuth()
@Controller('api/v1/awards')
export class AwardsController {
  constructor(private readonly db: Database) {}

  @Get()
  @ApiOperation({ operationId: 'listAwards', summary: '配分決定の一覧 / Awards' })
  @Problems()
  list(@Who() who: SignedIn, @Query() query: AwardListQuery): Promise<AwardPageDto> {
    return this.db.inNetwork(who.networkId, async (tx) => {
      const { roundId, lotId, groupId } = query;
      const awards = where(tx.createQueryBuilder(Award, 'award'), { roundId, lotId, groupId });
      const { items, next } = await pageOf(awards, SORTS, query);
      return { items: items.map(awardDto), next };
    });
  }
}
