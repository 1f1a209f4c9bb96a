import { Controller, Get } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Database } from '@wakachi/database';
import { groupResults, impactByDonor, impactByPrefecture, networkFigures } from '@wakachi/impact';
import { Journal } from '@wakachi/journal';
import { Rounds } from '@wakachi/rounds';
import { Problems } from '../openapi/problems.js';
import type { SignedIn } from '../sign-in/sign-in-token.js';
import { Who } from '../sign-in/signed-in.guard.js';
import { Id } from '../validation/uuid-param.js';
import { FiguresDto, GroupResultDto, ImpactDto } from './figures.dto.js';

@ApiTags('数字 / figures')
@ApiBearerAuth()
@Controller('api/v1')
export class FiguresController {
  constructor(
    private readonly db: Database,
    private readonly journal: Journal,
    private readonly rounds: Rounds,
  ) {}

  @Get('rounds/:roundId/figures')
  @ApiOperation({ operationId: 'getFiguresOfRound', summary: '配分回の数字と、すべての点の居場所 / The figures of a round' })
  @Problems('round-not-found')
  async figures(@Who() who: SignedIn, @Id('roundId') roundId: string): Promise<FiguresDto> {
    await this.rounds.find(who.networkId, roundId);
    return this.db.inNetwork(who.networkId, (tx) => networkFigures(tx, this.journal, roundId));
  }

  @Get('rounds/:roundId/groups')
  @ApiOperation({ operationId: 'listGroupResultsOfRound', summary: '配分回の団体ごとの結果 / What each group of a round got' })
  @Problems('round-not-found')
  async groups(@Who() who: SignedIn, @Id('roundId') roundId: string): Promise<GroupResultDto[]> {
    await this.rounds.find(who.networkId, roundId);
    return this.db.inNetwork(who.networkId, (tx) => groupResults(tx, roundId));
  }

  @Get('impact')
  @ApiOperation({ operationId: 'getImpact', summary: '家族に届いたもの / What reached families' })
  @Problems()
  impact(@Who() who: SignedIn): Promise<ImpactDto> {
    return this.db.inNetwork(who.networkId, async (tx) => ({
      byDonor: await impactByDonor(tx),
      byPrefecture: await impactByPrefecture(tx),
    }));
  }
}
