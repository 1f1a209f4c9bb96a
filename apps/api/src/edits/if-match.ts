import { applyDecorators, createParamDecorator, type ExecutionContext, UseInterceptors } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { IfMatchRequired } from '../problems/errors.js';
import { EtagInterceptor } from './etag.interceptor.js';

/** The header of the same name. Throws IfMatchRequired. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const value = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  if (!value) throw new IfMatchRequired();
  return value;
});

/** The answer is one resource and carries its ETag. */
export const Tagged = () => UseInterceptors(EtagInterceptor);

/** A change of one resource: needs the ETag that the caller saw, answers with the new one. */
export const Edit = () =>
  applyDecorators(Tagged(), ApiHeader({ name: 'If-Match', required: true, description: 'GET の ETag / the ETag of the GET' }));
