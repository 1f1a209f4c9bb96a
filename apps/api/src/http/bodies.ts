import { JsonFault, type JsonPolicy, readJson } from '@wakachi/kernel';
import type { FastifyInstance } from 'fastify';
import { JsonMalformed } from '../problems/errors.js';
import { BODY_LIMIT, FILE_LIMIT } from './body-limit.js';

/** What every object has of itself (`constructor`, `toString`): a field of that name would be passed over further on. */
const RESERVED = [...Object.getOwnPropertyNames(Object.prototype), 'prototype'];

/** Every quantity, date and text of this API is a whole number or a string. */
const POLICY: JsonPolicy = { deepest: 32, nul: 'refuse', numbers: 'whole', reservedKeys: RESERVED };

/** Bodies are JSON, read strictly from their bytes, or files as they are; every other content type is 415. */
export function readBodies(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer', bodyLimit: BODY_LIMIT }, (_request, body, done) => {
    try {
      done(null, readJson(body as Buffer, POLICY));
    } catch (error) {
      done(error instanceof JsonFault ? new JsonMalformed([{ pointer: error.pointer, text: error.text }]) : (error as Error));
    }
  });
  fastify.addContentTypeParser('application/octet-stream', { parseAs: 'buffer', bodyLimit: FILE_LIMIT }, (_request, body, done) => {
    done(null, body);
  });
}
