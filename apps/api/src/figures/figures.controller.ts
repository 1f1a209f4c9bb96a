import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { Database } from '@wakachi/database';
import { groupResults, impactByDonor, impactByPrefecture, networkFigures } from '@wakachi/impact';
import { Journal } from '@wakachi/journal';
import { Rounds } from '@wakachi/rounds';
import type { SignedIn } from '../sign-in/sign-in-token.js';
import { Who } from '../sign-in/signed-in.guard.js';

@Controller('api/v1')
export class FiguresController {
  constructor(
    private readonly db: Database,
    private readonly journal: Journal,
    private readonly rounds: Rounds,
  ) {}

  @Get('rounds/:roundId/figures')
  async figures(@Who() who: SignedIn, @Param('roundId', ParseUUIDPipe) roundId: string) {
    await this.rounds.find(who.networkId, roundId);
    return this.db.inNetwork(who.networkId, (tx) => networkFigures(tx, this.journal, roundId));
  }

  @Get('rounds/:roundId/groups')
  async groups(@Who() who: SignedIn, @Param('roundId', ParseUUIDPipe) roundId: string) {
    await this.rounds.find(who.networkId, roundId);
    return this.db.inNetwork(who.networkId, (tx) => groupResults(tx, roundId));
  }

  @Get('impact')
  impact(@Who() who: SignedIn) {
    return this.db.inNetwork(who.networkId, async (tx) => ({
      byDonor: await impactByDonor(tx),
      byPrefecture: await impactByPrefecture(tx),
    }));
  }
}
