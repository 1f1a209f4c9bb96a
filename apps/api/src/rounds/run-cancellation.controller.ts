import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RoundRuns } from '@wakachi/rounds';
import { OncePerKey } from '../idempotency/once-per-key.js';
import { Problems } from '../openapi/problems.js';
import type { SignedIn } from '../sign-in/sign-in-token.js';
import { Who } from '../sign-in/signed-in.guard.js';
import { Id } from '../validation/uuid-param.js';
import { CancelledRunDto } from './run.dto.js';

@ApiTags('配分計算 / runs')
@ApiBearerAuth()
@Controller('api/v1')
export class RunCancellationController {
  constructor(private readonly runs: RoundRuns) {}

  @Post('runs/:runId/cancellation')
  @OncePerKey()
  @HttpCode(201)
  @ApiOperation({ operationId: 'cancelRun', summary: '配分計算を取り消す / Cancel a run: it leaves nothing' })
  @Problems('run-not-found', 'run-over', 'idempotency-conflict', 'idempotency-key-required')
  async cancel(@Who() who: SignedIn, @Id('runId') runId: string): Promise<CancelledRunDto> {
    await this.runs.cancel(who.networkId, runId, who.personId);
    return { id: runId, status: 'cancelled' };
  }
}
