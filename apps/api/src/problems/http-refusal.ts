import { HttpException } from '@nestjs/common';
import type { DomainError } from '@wakachi/kernel';
import type { FastifyRequest } from 'fastify';
import { BODY_LIMIT, FILE_LIMIT } from '../http/body-limit.js';
import { methodsAt } from '../http/known-routes.js';
import {
  BodyTooLarge,
  JsonMalformed,
  MediaTypeUnsupported,
  MethodNotAllowed,
  PathNotFound,
  RequestInvalid,
  UrlMalformed,
} from './errors.js';

/** What Fastify or Nest refused before any of our code ran. Null: not one of those. */
export function httpRefusal(error: unknown, request: FastifyRequest): DomainError | null {
  const status = statusOf(error);
  if (status === 404) return notFound(request);
  if (status === 413) return new BodyTooLarge(isFile(request) ? FILE_LIMIT : BODY_LIMIT);
  if (status === 415) return new MediaTypeUnsupported();
  if (codeOf(error) === 'FST_ERR_BAD_URL' || status === 414) return new UrlMalformed();
  if (codeOf(error) === 'FST_ERR_CTP_INVALID_CONTENT_LENGTH') return new JsonMalformed([]);
  return status === 400 || status === 422 ? new RequestInvalid([]) : null;
}

function isFile({ headers }: FastifyRequest): boolean {
  return headers['content-type']?.startsWith('application/octet-stream') ?? false;
}

function notFound(request: FastifyRequest): DomainError {
  const methods = methodsAt(request);
  return methods.length > 0 && !methods.includes(request.method) ? new MethodNotAllowed(request.method, methods) : new PathNotFound();
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  return codeOf(error).startsWith('FST_') ? Number((error as { statusCode?: unknown }).statusCode) : 0;
}

function codeOf(error: unknown): string {
  return String((error as { code?: unknown } | null)?.code ?? '');
}
