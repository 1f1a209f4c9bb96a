import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Database } from '@wakachi/database';
import { Round, Rounds } from '@wakachi/rounds';
import { Tagged } from '../edits/if-match.js';
import { pageOf, type SortColumn } from '../lists/page.js';
import { where } from '../lists/where.js';
import { Problems } from '../openapi/problems.js';
import type { SignedIn } from '../sign-in/sign-in-token.js';
import { Who } from '../sign-in/signed-in.guard.js';
import { Id } from '../validation/uuid-param.js';
import { NewRoundDto, RoundDto, RoundListQuery, RoundPageDto, roundDto } from './round.dto.js';

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
      const rounds = where(tx.createQueryBuilder(Round, 'round'), { status: query.status });
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

  @Post()
  @Tagged()
  @ApiOperation({ operationId: 'openRound', summary: '配分回を開く / Open a round' })
  @Problems('round-name-taken')
  async open(@Who() who: SignedIn, @Body() round: NewRoundDto): Promise<RoundDto> {
    const id = await this.rounds.open(who.networkId, { ...round, createdBy: who.personId });
    return roundDto(await this.rounds.find(who.networkId, id));
  }
}
