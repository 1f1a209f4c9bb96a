import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Rounds, RoundTargets } from '@wakachi/rounds';
import { OncePerKey } from '../idempotency/once-per-key.js';
import { Problems } from '../openapi/problems.js';
import type { SignedIn } from '../sign-in/sign-in-token.js';
import { Who } from '../sign-in/signed-in.guard.js';
import { Id } from '../validation/uuid-param.js';
import { NewRoundTargetsDto, RoundTargetsDto, roundTargetsDto } from './round-target.dto.js';

@ApiTags('配分回 / rounds')
@ApiBearerAuth()
@Controller('api/v1/rounds/:roundId/targets')
export class RoundTargetsController {
  constructor(
    private readonly rounds: Rounds,
    private readonly targets: RoundTargets,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listTargetsOfRound', summary: '対象者のある品目 / Which lots are for certain people' })
  @Problems('round-not-found')
  async list(@Who() who: SignedIn, @Id('roundId') roundId: string): Promise<RoundTargetsDto> {
    await this.rounds.find(who.networkId, roundId);
    return roundTargetsDto(await this.targets.of(who.networkId, roundId));
  }

  @Post()
  @OncePerKey()
  @ApiOperation({
    operationId: 'decideTargetsOfRound',
    summary: '対象者のある品目を決める。一覧はまるごと置き換わる / Decide which lots are for whom; the list is replaced as a whole',
  })
  @Problems('round-not-found', 'round-not-open', 'lot-not-found', 'idempotency-conflict', 'idempotency-key-required')
  async decide(
    @Who() who: SignedIn,
    @Id('roundId') roundId: string,
    @Body() { targets, reason }: NewRoundTargetsDto,
  ): Promise<RoundTargetsDto> {
    return roundTargetsDto(await this.targets.decide(who.networkId, roundId, targets, reason, who.personId));
  }
}
