import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { httpSeconds } from '../metrics/metrics.js';
import { inLogContext, type LogContext } from './log-context.js';
import { requestIdFrom } from './request-id.js';

const REQUEST_ID_HEADER = 'x-request-id';

/** Every few seconds, for ever: worth a line only when something is wrong. */
const ASKED_BY_MACHINES = /^\/(?:health\/|metrics$)/;

/**
 * Gives every request its id and writes one line when it is answered: method, route template, status, duration. Never the raw
 * address, a header or a body: they carry what people typed.
 */
@Injectable()
export class RequestLog implements OnModuleInit {
  private readonly logger = new Logger('http');
  private readonly contexts = new WeakMap<FastifyRequest, LogContext>();

  constructor(private readonly host: HttpAdapterHost) {}

  onModuleInit(): void {
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    fastify.addHook('onRequest', (request, reply, done) => {
      const context: LogContext = { requestId: requestIdFrom(request.headers[REQUEST_ID_HEADER]) };
      this.contexts.set(request, context);
      void reply.header(REQUEST_ID_HEADER, context.requestId);
      inLogContext(context, done);
    });
    // Reading the body waits for the socket, whose events know nothing of the request: the context is entered again.
    fastify.addHook('preValidation', (request, _reply, done) => this.within(request, done));
    fastify.addHook('onResponse', (request, reply, done) => {
      this.within(request, () => this.answered(request, reply));
      done();
    });
  }

  private within(request: FastifyRequest, work: () => void): void {
    const context = this.contexts.get(request);
    if (context) inLogContext(context, work);
    else work();
  }

  private answered(request: FastifyRequest, reply: FastifyReply): void {
    const { method } = request;
    const route = request.is404 ? 'unmatched' : (request.routeOptions.url ?? 'unmatched');
    const status = reply.statusCode;
    httpSeconds.observe({ method, route, status }, reply.elapsedTime / 1_000);
    const line = { msg: 'answered', method, route, status, ms: Math.round(reply.elapsedTime) };
    if (status >= 500) this.logger.error(line);
    else if (ASKED_BY_MACHINES.test(route)) this.logger.debug(line);
    else this.logger.log(line);
  }
}
