import { Controller, Get, Header, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Database } from '@wakachi/database';
import { RoundRun, RoundRuns, Rounds } from '@wakachi/rounds';
import { Tagged } from '../edits/if-match.js';
import { OncePerKey } from '../idempotency/once-per-key.js';
import { pageOf, type SortColumn } from '../lists/page.js';
import { where } from '../lists/where.js';
import { Problems } from '../openapi/problems.js';
import type { SignedIn } from '../sign-in/sign-in-token.js';
import { Who } from '../sign-in/signed-in.guard.js';
import { Id } from '../validation/uuid-param.js';
import { RunDto, RunListQuery, RunPageDto, runDto } from './run.dto.js';

const JSON_TYPE = 'application/json; charset=utf-8';
const SORTS: Readonly<Record<string, SortColumn>> = { requestedAt: { sql: 'run.requested_at', type: 'timestamptz' } };

@ApiTags('配分計算 / runs')
@ApiBearerAuth()
@Controller('api/v1')
export class RunsController {
  constructor(
    private readonly db: Database,
    private readonly rounds: Rounds,
    private readonly runs: RoundRuns,
  ) {}

  @Post('rounds/:roundId/runs')
  @HttpCode(202)
  @OncePerKey()
  @ApiOperation({ operationId: 'requestRun', summary: '配分計算を頼む / Freeze the inputs and queue a run' })
  @Problems('round-not-found', 'round-not-open', 'nothing-to-allocate', 'idempotency-conflict', 'idempotency-key-required')
  async request(@Who() who: SignedIn, @Id('roundId') roundId: string): Promise<RunDto> {
    const id = await this.runs.request(who.networkId, roundId, who.personId);
    return runDto(await this.runs.find(who.networkId, id));
  }

  @Get('rounds/:roundId/runs')
  @ApiOperation({ operationId: 'listRunsOfRound', summary: '配分回の配分計算 / The runs of a round' })
  @Problems('round-not-found')
  async list(@Who() who: SignedIn, @Id('roundId') roundId: string, @Query() query: RunListQuery): Promise<RunPageDto> {
    await this.rounds.find(who.networkId, roundId);
    return this.db.inNetwork(who.networkId, async (tx) => {
      const runs = where(tx.createQueryBuilder(RoundRun, 'run'), { roundId, status: query.status });
      const { items, next } = await pageOf(runs, SORTS, query);
      return { items: items.map(runDto), next };
    });
  }

  @Get('runs/:runId')
  @Tagged()
  @ApiOperation({ operationId: 'getRun', summary: '配分計算 / One run' })
  @Problems('run-not-found')
  async get(@Who() who: SignedIn, @Id('runId') runId: string): Promise<RunDto> {
    return runDto(await this.runs.find(who.networkId, runId));
  }

  /** The bytes that were hashed, not a copy made of them. */
  @Get('runs/:runId/input')
  @Header('content-type', JSON_TYPE)
  @ApiOkResponse({ description: 'wakachi.problem/1', schema: { type: 'object', additionalProperties: true } })
  @ApiOperation({ operationId: 'getInputOfRun', summary: '配分計算の固定した入力 / The frozen input of a run, as it was hashed' })
  @Problems('run-not-found')
  async input(@Who() who: SignedIn, @Id('runId') runId: string): Promise<string> {
    return (await this.runs.find(who.networkId, runId)).input;
  }

  @Get('runs/:runId/solution')
  @Header('content-type', JSON_TYPE)
  @ApiOkResponse({ description: 'wakachi.solution/1', schema: { type: 'object', additionalProperties: true } })
  @ApiOperation({ operationId: 'getSolutionOfRun', summary: '配分計算の結果 / The plan of a run, as the worker wrote it' })
  @Problems('run-not-found', 'run-without-solution')
  async solution(@Who() who: SignedIn, @Id('runId') runId: string): Promise<string> {
    return (await this.runs.find(who.networkId, runId)).frozenSolution();
  }
}
