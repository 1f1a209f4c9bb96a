import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Database } from '@wakachi/database';
import { Round, Rounds } from '@wakachi/rounds';
import { Tagged } from '../edits/if-match.js';
import { pageOf, type SortColumn } from '../lists/page.js';
import { Problems } from '../openapi/problems.js';
import type { SignedIn } from '../sign-in/sign-in-token.js';
import { Who } from '../sign-in/signed-in.guard.js';
import { Id } from '../validation/uuid-param.js';
import { RoundDto, RoundListQuery, RoundPageDto, roundDto } from './round.dto.js';

const SORTS: Readonly<Record<string, SortColumn>> = {
  createdAt: { sql: 'round.created_at', type: 'timestamptz' },
  name: { sql: 'round.name', type: 'text' },
  arrivalDate: { sql: 'round.arrival_date', type: 'date' },
};

@ApiTags('配分回 / rounds')
@ApiBearerAuth()
@Controller('api/v1/rounds')
export class RoundsController {
  constructor(
    private readonly db: Database,
    private readonly rounds: Rounds,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listRounds', summary: '配分回の一覧 / Rounds' })
  @Problems()
  list(@Who() who: SignedIn, @Query() query: RoundListQuery): Promise<RoundPageDto> {
    return this.db.inNetwork(who.networkId, async (tx) => {
      const rounds = tx.createQueryBuilder(Round, 'round');
      if (query.status !== undefined) rounds.where('round.status = :status', { status: query.status });
      const { items, next } = await pageOf(rounds, SORTS, query);
      return { items: items.map(roundDto), next };
    });
  }

  @Get(':roundId')
  @Tagged()
  @ApiOperation({ operationId: 'getRound', summary: '配分回 / One round' })
  @Problems('round-not-found')
  async get(@Who() who: SignedIn, @Id('roundId') roundId: string): Promise<RoundDto> {
    return roundDto(await this.rounds.find(who.networkId, roundId));
  }
}
