import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { TAKES_FILE } from '../imports/file-body.js';
import { MediaTypeUnsupported, RequestInvalid } from '../problems/errors.js';
import { sentence } from './sentences.js';

/** Nest's own numbers for what a handler takes. */
const [BODY, QUERY] = [3, 4];

/** A query or a body that no parameter of the handler takes would be passed over in silence. Asked after who is asking. */
@Injectable()
export class NothingUnasked implements CanActivate {
  /** What a handler takes is in its decorators: read once. */
  private readonly taken = new WeakMap<object, ReadonlySet<number>>();

  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const { query, body } = context.switchToHttp().getRequest<FastifyRequest>();
    const taken = this.takenBy(context);
    const unasked = taken.has(QUERY) ? [] : Object.keys((query as object | undefined) ?? {});
    if (unasked.length > 0) throw new RequestInvalid(unasked.map((parameter) => ({ parameter, text: sentence('whitelistValidation') })));
    if (Buffer.isBuffer(body) && !this.reflector.get<boolean>(TAKES_FILE, context.getHandler())) throw new MediaTypeUnsupported();
    if (!taken.has(BODY) && !Buffer.isBuffer(body) && !isEmpty(body)) throw new RequestInvalid([{ pointer: '', text: sentence('noBody') }]);
    return true;
  }

  private takenBy(context: ExecutionContext): ReadonlySet<number> {
    const handler = context.getHandler();
    const known = this.taken.get(handler);
    if (known) return known;
    const args = (Reflect.getMetadata('__routeArguments__', context.getClass(), handler.name) ?? {}) as object;
    const taken = new Set(Object.keys(args).map((key) => Number(key.split(':')[0])));
    this.taken.set(handler, taken);
    return taken;
  }
}

function isEmpty(body: unknown): boolean {
  return body === undefined || body === null || (typeof body === 'object' && Object.keys(body).length === 0);
}
