import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { canonicalJson, isUuid, sha256 } from '@wakachi/kernel';
import { IdempotentRequests } from '@wakachi/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { IdempotencyKeyRequired } from '../problems/errors.js';
import type { SignedIn } from '../sign-in/sign-in-token.js';

type Request = FastifyRequest & { signedIn: SignedIn };

/** Runs the handler and keeps its answer in one transaction: the services' own transactions join it. */
@Injectable()
export class OncePerKeyInterceptor implements NestInterceptor {
  constructor(private readonly requests: IdempotentRequests) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    return from(this.once(http.getRequest<Request>(), http.getResponse<FastifyReply>(), next));
  }

  private async once(request: Request, reply: FastifyReply, next: CallHandler): Promise<unknown> {
    const key = String(request.headers['idempotency-key'] ?? '').toLowerCase();
    if (!isUuid(key)) throw new IdempotencyKeyRequired();
    const { answer, replayed } = await this.requests.once(request.signedIn.networkId, { key, sha256: fingerprint(request) }, async () => {
      const body: unknown = await lastValueFrom(next.handle());
      return { status: reply.statusCode, body: body === undefined ? null : JSON.stringify(body) };
    });
    if (replayed) reply.status(answer.status).header('idempotency-replayed', 'true');
    return answer.body === null ? undefined : JSON.parse(answer.body);
  }
}

/** A key belongs to one person and one request. */
function fingerprint({ method, url, body, signedIn }: Request): string {
  const content = Buffer.isBuffer(body) ? sha256(body) : canonicalJson(body ?? null);
  return sha256(canonicalJson([signedIn.personId, method, url, content]));
}
