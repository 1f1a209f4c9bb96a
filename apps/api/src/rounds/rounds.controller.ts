import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Database } from '@wakachi/database';
import { Approvals, Proposal, Round, RoundRun, RoundRuns, Rounds } from '@wakachi/rounds';
import type { SignedIn } from '../sign-in/sign-in-token.js';
import { Who } from '../sign-in/signed-in.guard.js';

@Controller('api/v1')
export class RoundsController {
  constructor(
    private readonly db: Database,
    private readonly runs: RoundRuns,
    private readonly approvals: Approvals,
    private readonly rounds: Rounds,
  ) {}

  @Get('rounds')
  list(@Who() who: SignedIn) {
    return this.db.inNetwork(who.networkId, (tx) => tx.find(Round, { order: { createdAt: 'DESC' } }));
  }

  @Post('rounds/:roundId/runs')
  @HttpCode(202)
  async request(@Who() who: SignedIn, @Param('roundId', ParseUUIDPipe) roundId: string) {
    return { id: await this.runs.request(who.networkId, roundId, who.personId), status: 'queued' };
  }

  @Get('rounds/:roundId/runs')
  async runsOf(@Who() who: SignedIn, @Param('roundId', ParseUUIDPipe) roundId: string) {
    await this.rounds.find(who.networkId, roundId);
    return this.db.inNetwork(who.networkId, (tx) =>
      tx.find(RoundRun, {
        where: { roundId },
        select: {
          id: true,
          status: true,
          progress: true,
          attempts: true,
          requestedAt: true,
          finishedAt: true,
          inputSha256: true,
          solutionSha256: true,
          error: true,
        },
        order: { requestedAt: 'DESC' },
      }),
    );
  }

  @Get('rounds/:roundId/proposals')
  async proposals(@Who() who: SignedIn, @Param('roundId', ParseUUIDPipe) roundId: string) {
    await this.rounds.find(who.networkId, roundId);
    return this.db.inNetwork(who.networkId, (tx) => tx.find(Proposal, { where: { roundId }, order: { proposedAt: 'DESC' } }));
  }

  @Post('proposals/:proposalId/approval')
  @HttpCode(201)
  approve(@Who() who: SignedIn, @Param('proposalId', ParseUUIDPipe) proposalId: string) {
    return this.approvals.approve(who.networkId, proposalId, who.personId);
  }
}
