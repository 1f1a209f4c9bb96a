import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Database } from '@wakachi/database';
import { HandOut, HandOutLine, HandOutNotFound } from '@wakachi/distributions';
import { Tagged } from '../edits/if-match.js';
import { pageOf, type SortColumn } from '../lists/page.js';
import { where } from '../lists/where.js';
import { Problems } from '../openapi/problems.js';
import type { SignedIn } from '../sign-in/sign-in-token.js';
import { Who } from '../sign-in/signed-in.guard.js';
import { Id } from '../validation/uuid-param.js';
import { HandOutListQuery, HandOutPageDto, HandOutWithLinesDto, handOutDto, handOutWithLinesDto } from './hand-out.dto.js';

const SORTS: Readonly<Record<string, SortColumn>> = {
  handedOutOn: { sql: 'given.handed_out_on', type: 'date' },
  recordedAt: { sql: 'given.recorded_at', type: 'timestamptz' },
};

@ApiTags('配布 / hand-outs')
@ApiBearerAuth()
@Controller('api/v1/hand-outs')
export class HandOutsController {
  constructor(private readonly db: Database) {}

  @Get()
  @ApiOperation({ operationId: 'listHandOuts', summary: '配布の一覧 / Hand-outs' })
  @Problems()
  list(@Who() who: SignedIn, @Query() query: HandOutListQuery): Promise<HandOutPageDto> {
    return this.db.inNetwork(who.networkId, async (tx) => {
      const { groupId, roundId } = query;
      const handOuts = where(tx.createQueryBuilder(HandOut, 'given'), { groupId, roundId });
      const { items, next } = await pageOf(handOuts, SORTS, query);
      return { items: items.map(handOutDto), next };
    });
  }

  @Get(':handOutId')
  @Tagged()
  @ApiOperation({ operationId: 'getHandOut', summary: '配布と明細 / One hand-out with its lines' })
  @Problems('hand-out-not-found')
  get(@Who() who: SignedIn, @Id('handOutId') handOutId: string): Promise<HandOutWithLinesDto> {
    return this.db.inNetwork(who.networkId, async (tx) => {
      const handOut = await tx.findOneBy(HandOut, { id: handOutId });
      if (!handOut) throw new HandOutNotFound(handOutId);
      return handOutWithLinesDto(handOut, await tx.find(HandOutLine, { where: { handOutId }, order: { lotId: 'ASC' } }));
    });
  }
}
