import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type Measures, mayReadMetrics, NotReady, type Readiness } from '@wakachi/platform';

interface Answer {
  readonly status: number;
  readonly type?: string;
  readonly body?: string;
}

const OK: Answer = { status: 200, type: 'application/json', body: '{"status":"ok"}' };

/** Health and metrics of a process that serves nobody else, so that it can be looked after like the API. */
export function answerOperators(port: number, readiness: Readiness, measures: Measures): Server {
  const server = createServer((request, response) => {
    void answer(request, readiness, measures)
      .catch(() => ({ status: 500 }) as Answer)
      .then(({ status, type = 'text/plain', body = '' }) => response.writeHead(status, { 'content-type': type }).end(body));
  });
  // A health check must not keep a worker that is done from ending.
  return server.listen(port).unref();
}

async function answer(request: IncomingMessage, readiness: Readiness, measures: Measures): Promise<Answer> {
  const path = request.url?.split('?')[0];
  if (request.method !== 'GET') return { status: 405 };
  if (path === '/health/live') return OK;
  if (path === '/health/ready') return ready(readiness);
  if (path !== '/metrics') return { status: 404 };
  if (!mayReadMetrics(request)) return { status: 403 };
  return { status: 200, type: measures.contentType, body: await measures.text() };
}

async function ready(readiness: Readiness): Promise<Answer> {
  try {
    await readiness.assertReady();
    return OK;
  } catch (error) {
    if (!(error instanceof NotReady)) throw error;
    const { type, text, details } = error;
    const body = JSON.stringify({ type: `/problems/${type}`, status: 503, title: text.ja, ...details });
    return { status: 503, type: 'application/problem+json; charset=utf-8', body };
  }
}
