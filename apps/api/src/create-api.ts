import type { NestApplicationOptions } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { BODY_LIMIT } from './http/body-limit.js';
import { readJsonBodies } from './http/json-body.js';
import { rememberRoutes } from './http/known-routes.js';
import { sendSecurityHeaders } from './http/security-headers.js';

type EntryModule = Parameters<typeof NestFactory.create>[0];

/** Every process that answers HTTP is made here, and so is every test: all are equally strict. */
export async function createApi(module: EntryModule, options: NestApplicationOptions = {}): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({ bodyLimit: BODY_LIMIT });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, { ...options, bodyParser: false });
  const fastify = adapter.getInstance() as unknown as FastifyInstance;
  readJsonBodies(fastify);
  rememberRoutes(fastify);
  sendSecurityHeaders(fastify);
  return app;
}
