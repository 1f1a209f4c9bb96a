import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { DatabaseModule } from '@wakachi/database';
import { systemClock } from '@wakachi/kernel';
import { ClockModule, QueueModule } from '@wakachi/platform';
import { ApiModule } from '../api.module.js';
import { apiDocument } from './document.js';

const NOWHERE = 'postgres://nobody@localhost/none';

/** The document without a database or a queue: Nest's preview finds the routes and makes none of their services. */
export async function offlineDocument(): Promise<OpenAPIObject> {
  const imports = [
    ClockModule.forRoot(systemClock),
    DatabaseModule.forRoot(NOWHERE),
    QueueModule.forRoot({ databaseUrl: NOWHERE, redisUrl: null }),
    ApiModule,
  ];
  class Preview {}
  const app = await NestFactory.create({ module: Preview, imports }, new FastifyAdapter(), {
    preview: true,
    logger: ['error'],
    abortOnError: false,
  });
  return apiDocument(app);
}
