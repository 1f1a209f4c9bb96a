import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import { DomainError } from '@wakachi/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answerProblem } from './answer-problem.js';
import { databaseRefusal } from './database-refusal.js';
import { ServerError } from './errors.js';
import { httpRefusal } from './http-refusal.js';

/** One filter turns every error into RFC 9457 problem details, in the caller's language. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    answerProblem(this.errorOf(thrown, request), request, host.switchToHttp().getResponse<FastifyReply>());
  }

  private errorOf(thrown: unknown, request: FastifyRequest): DomainError {
    if (thrown instanceof DomainError) return thrown;
    const refused = databaseRefusal(thrown) ?? httpRefusal(thrown, request);
    if (refused) return refused;
    this.logger.error(thrown);
    return new ServerError();
  }
}
