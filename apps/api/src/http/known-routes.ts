import type { FastifyInstance, FastifyRequest } from 'fastify';

type Routes = Map<string, Set<string>>;

const routesOf = new WeakMap<object, Routes>();

/** Remembers which methods each path has, so that a wrong method can be told from a wrong path. */
export function rememberRoutes(fastify: FastifyInstance): void {
  const routes: Routes = new Map();
  routesOf.set(fastify.server, routes);
  fastify.addHook('onRoute', ({ url, method }) => {
    const methods = routes.get(url) ?? new Set();
    for (const one of [method].flat()) methods.add(one);
    routes.set(url, methods);
  });
}

/** The methods that the request's path has; none when there is no such path. */
export function methodsAt(request: FastifyRequest): string[] {
  const path = request.url.split('?')[0] as string;
  const found = [...(routesOf.get(request.server.server) ?? [])].filter(([url]) => matches(url, path));
  return [...new Set(found.flatMap(([, methods]) => [...methods]))].sort();
}

function matches(url: string, path: string): boolean {
  const [pattern, parts] = [url.split('/'), path.split('/')];
  return pattern.length === parts.length && pattern.every((part, i) => (part.startsWith(':') ? parts[i] !== '' : part === parts[i]));
}
