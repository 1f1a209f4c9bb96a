import type { NestApplicationOptions } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readBodies } from './http/bodies.js';
import { BODY_LIMIT } from './http/body-limit.js';
import { rememberRoutes } from './http/known-routes.js';
import { sendSecurityHeaders } from './http/security-headers.js';
import { answerUnreadable, refuseMalformedQueries } from './http/unreadable-request.js';
import { answerProblem } from './problems/answer-problem.js';
import { UrlMalformed } from './problems/errors.js';

type EntryModule = Parameters<typeof NestFactory.create>[0];

/** Every process that answers HTTP is made here, and so is every test: all are equally strict. */
export async function createApi(module: EntryModule, options: NestApplicationOptions = {}): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    // The router refuses a malformed URL before anything else of ours is asked.
    frameworkErrors: (_error: unknown, request: FastifyRequest, reply: FastifyReply) => answerProblem(new UrlMalformed(), request, reply),
    clientErrorHandler: answerUnreadable,
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, { ...options, bodyParser: false });
  const fastify = adapter.getInstance() as unknown as FastifyInstance;
  readBodies(fastify);
  rememberRoutes(fastify);
  sendSecurityHeaders(fastify);
  refuseMalformedQueries(fastify);
  return app;
}
