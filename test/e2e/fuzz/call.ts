import type { Operation } from './document.js';

/** One request, as it goes over the wire. */
export interface Call {
  readonly operation: Operation;
  readonly path: Readonly<Record<string, string>>;
  /** As written in the URL. */
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Buffer | undefined;
  /** What is done to it, for people. */
  readonly what: string;
}

/** Stands for the tag that a GET of the same path answers with at the moment. */
export const RIGHT_TAG = '"the-tag-of-now"';

export function urlOf({ operation, path, query }: Call): string {
  const filled = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => path[name] as string);
  return query === '' ? filled : `${filled}?${query}`;
}

export function told(call: Call): string {
  const { 'idempotency-key': key, 'if-match': tag } = call.headers;
  const body = call.body === undefined ? '' : ` ${JSON.stringify(call.body.toString().slice(0, 400))}`;
  return `${call.operation.id}, ${call.what}: ${call.operation.method} ${urlOf(call).slice(0, 160)}${body} (key ${key}, tag ${tag})`;
}
