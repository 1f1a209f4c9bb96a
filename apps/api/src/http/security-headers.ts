import type { FastifyInstance } from 'fastify';

/** The API answers data: nothing in it is to be framed, sniffed or run. The pages and the API's document name their own policy. */
const HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** Swagger's page styles itself inline. */
const DOCS_POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

export function sendSecurityHeaders(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.headers(HEADERS);
    if (request.url.startsWith('/api/v1/')) reply.header('cache-control', 'no-store');
    if (request.url.startsWith('/api/docs')) reply.header('content-security-policy', DOCS_POLICY);
    done();
  });
}
