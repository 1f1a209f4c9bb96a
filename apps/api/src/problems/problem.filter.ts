import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import { DomainError, type ErrorKind } from '@wakachi/kernel';
import { currentRequestId } from '@wakachi/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { databaseRefusal } from './database-refusal.js';

const STATUS: Readonly<Record<ErrorKind, number>> = {
  invalid: 422,
  unauthenticated: 401,
  'not-found': 404,
  conflict: 409,
  forbidden: 403,
  unavailable: 503,
};

/** One filter turns every error into RFC 9457 problem details, in the caller's language. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = this.problemOf(error, prefersEnglish(request.headers['accept-language']));
    void reply
      .status(problem.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send({ ...problem, requestId: currentRequestId() });
  }

  private problemOf(error: unknown, english: boolean) {
    if (error instanceof DomainError) {
      const { type, kind, text, details } = error;
      // The details come first: one of them may be called `status` too.
      return { ...details, type: `/problems/${type}`, status: STATUS[kind], title: english ? text.en : text.ja };
    }
    if (error instanceof HttpException) {
      const body = error.getResponse();
      const detail = typeof body === 'string' ? body : (body as { message?: unknown }).message;
      return { type: 'about:blank', status: error.getStatus(), title: error.message, detail };
    }
    const refused = databaseRefusal(error);
    if (refused) return { type: 'about:blank', status: refused.status, title: english ? refused.text.en : refused.text.ja };
    this.logger.error(error);
    const title = english
      ? 'Something went wrong on our side. Try again later.'
      : 'サーバー側で問題が起きました。しばらくしてからもう一度お試しください。';
    return { type: 'about:blank', status: 500, title };
  }
}

/** Japanese unless the first language asked for is another one. */
function prefersEnglish(header: string | undefined): boolean {
  const first = header?.split(',')[0]?.trim().toLowerCase() ?? '';
  return first !== '' && first !== '*' && !first.startsWith('ja');
}
