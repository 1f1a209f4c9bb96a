import { Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { RoundRuns } from '@wakachi/rounds';
import type { SignedIn } from '../sign-in/sign-in-token.js';
import { Who } from '../sign-in/signed-in.guard.js';

@Controller('api/v1')
export class RunCancellationController {
  constructor(private readonly runs: RoundRuns) {}

  @Post('runs/:runId/cancellation')
  @HttpCode(201)
  async cancel(@Who() who: SignedIn, @Param('runId', ParseUUIDPipe) runId: string) {
    await this.runs.cancel(who.networkId, runId, who.personId);
    return { id: runId, status: 'cancelled' };
  }
}
