import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { HeadersTooLarge, HttpMalformed, UrlMalformed } from '../problems/errors.js';

/**
 * What never becomes a request: Node could not read it. Its language is not known either, so both are answered; the connection is
 * closed, and says so, because nobody knows where the next request would begin.
 */
export function answerUnreadable(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const { status, type, text } = error.code === 'HPE_HEADER_OVERFLOW' ? new HeadersTooLarge() : new HttpMalformed();
  const body = JSON.stringify({ type: `/problems/${type}`, status, title: `${text.ja} / ${text.en}` });
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'content-type: application/problem+json; charset=utf-8',
    'content-language: ja, en',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
  socket.destroySoon();
}

/** An escape that is no UTF-8 would be read as U+FFFD: another text than the one that was sent. */
export function refuseMalformedQueries(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    done(isWellFormed(request.url.split('?').slice(1).join('?')) ? undefined : new UrlMalformed());
  });
}

function isWellFormed(query: string): boolean {
  try {
    decodeURIComponent(query);
    return true;
  } catch {
    return false;
  }
}
