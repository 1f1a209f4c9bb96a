import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';

const LOOK_AGAIN_MILLISECONDS = 100;

/**
 * Closing waits for every connection. Those that are idle when it begins are let go by the server; one that becomes idle
 * afterwards, because its request has been answered, would be kept alive for a minute more.
 */
@Injectable()
export class IdleConnections implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  onModuleInit(): void {
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    fastify.addHook('preClose', (done) => {
      const timer = setInterval(() => fastify.server.closeIdleConnections(), LOOK_AGAIN_MILLISECONDS).unref();
      fastify.server.once('close', () => clearInterval(timer));
      done();
    });
  }
}
