import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { TAKES_FILE } from '../imports/file-body.js';
import { MediaTypeUnsupported, RequestInvalid } from '../problems/errors.js';
import { sentence } from './sentences.js';

/** Nest's own numbers for what a handler takes. */
const [BODY, QUERY] = [3, 4];

/** A query or a body that no parameter of the handler takes would be passed over in silence. */
@Injectable()
export class NothingUnasked implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { query, body } = context.switchToHttp().getRequest<FastifyRequest>();
    const taken = takenBy(context);
    const unasked = taken.has(QUERY) ? [] : Object.keys((query as object | undefined) ?? {});
    if (unasked.length > 0) throw new RequestInvalid(unasked.map((parameter) => ({ parameter, text: sentence('whitelistValidation') })));
    if (Buffer.isBuffer(body) && !this.reflector.get<boolean>(TAKES_FILE, context.getHandler())) throw new MediaTypeUnsupported();
    if (!taken.has(BODY) && !Buffer.isBuffer(body) && !isEmpty(body)) throw new RequestInvalid([{ pointer: '', text: sentence('noBody') }]);
    return next.handle();
  }
}

function takenBy(context: ExecutionContext): Set<number> {
  const args = (Reflect.getMetadata('__routeArguments__', context.getClass(), context.getHandler().name) ?? {}) as object;
  return new Set(Object.keys(args).map((key) => Number(key.split(':')[0])));
}

function isEmpty(body: unknown): boolean {
  return body === undefined || body === null || (typeof body === 'object' && Object.keys(body).length === 0);
}
