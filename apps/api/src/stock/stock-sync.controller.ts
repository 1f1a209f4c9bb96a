import { Body, Controller, createParamDecorator, type ExecutionContext, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { StockSync, type Verdict } from '@wakachi/distributions';
import type { Bilingual } from '@wakachi/kernel';
import type { FastifyRequest } from 'fastify';
import { Problems } from '../openapi/problems.js';
import { prefersEnglish } from '../problems/answer-problem.js';
import { RequestInvalid } from '../problems/errors.js';
import type { SignedIn } from '../sign-in/sign-in-token.js';
import { AlsoFor, Who } from '../sign-in/signed-in.guard.js';
import { type Read, readCommand } from './read-commands.js';
import { SyncedDto, type VerdictDto } from './stock.dto.js';
import { BatchDto } from './sync.dto.js';

type Say = (text: Bilingual) => string;

/** `@Headers` would document it as required. */
const AcceptLanguage = createParamDecorator(
  (_: unknown, context: ExecutionContext): string | undefined =>
    context.switchToHttp().getRequest<FastifyRequest>().headers['accept-language'],
);

/** What a phone sends when it has signal again. */
@ApiTags('団体の在庫 / group stock')
@ApiBearerAuth()
@Controller('api/v1/stock/batches')
export class StockSyncController {
  constructor(private readonly stock: StockSync) {}

  @AlsoFor('group-admin', 'volunteer')
  @Post()
  @HttpCode(200)
  @ApiOperation({ operationId: 'syncStock', summary: 'まとめて送る（1件ごとに結果） / Send many commands; each gets its own verdict' })
  @Problems()
  async sync(@Who() who: SignedIn, @Body() batch: BatchDto, @AcceptLanguage() language?: string): Promise<SyncedDto> {
    const say: Say = prefersEnglish(language) ? (text) => text.en : (text) => text.ja;
    const read = await Promise.all(batch.commands.map(readCommand));
    const sent = read.flatMap((command) => (command.ok ? [command.sent] : []));
    const { verdicts, missing } = await this.stock.sync(who.networkId, who.personId, batch.deviceId, sent);
    const judged = verdicts[Symbol.iterator]();
    const answers = read.map((command, index) =>
      command.ok ? verdictDto(index, judged.next().value as Verdict, say) : invalidDto(index, command, say),
    );
    return { verdicts: answers, missing };
  }
}

function verdictDto(index: number, { id, outcome, replayed, problem }: Verdict, say: Say): VerdictDto {
  return { index, id, outcome, replayed, problem: problem && { type: `/problems/${problem.type}`, title: say(problem.text) } };
}

function invalidDto(index: number, { id, faults }: Extract<Read, { ok: false }>, say: Say): VerdictDto {
  const problem = new RequestInvalid(faults);
  const errors = faults.map(({ text, ...place }) => ({ ...place, detail: say(text) }) as { pointer: string; detail: string });
  return {
    index,
    id,
    outcome: 'invalid',
    replayed: false,
    problem: { type: `/problems/${problem.type}`, title: say(problem.text), errors },
  };
}
