import { JsonFault, type JsonPolicy, readJson } from '@wakachi/kernel';
import type { FastifyInstance } from 'fastify';
import { JsonMalformed } from '../problems/errors.js';
import { BODY_LIMIT } from './body-limit.js';

/** Every quantity, date and text of this API is a whole number or a string. */
const POLICY: JsonPolicy = { deepest: 32, nul: 'refuse', numbers: 'whole', reservedKeys: ['constructor', 'prototype'] };

/** Bodies are JSON, read strictly from their bytes; every other content type is 415. */
export function readJsonBodies(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer', bodyLimit: BODY_LIMIT }, (_request, body, done) => {
    try {
      done(null, readJson(body as Buffer, POLICY));
    } catch (error) {
      done(error instanceof JsonFault ? new JsonMalformed([{ pointer: error.pointer, text: error.text }]) : (error as Error));
    }
  });
}
