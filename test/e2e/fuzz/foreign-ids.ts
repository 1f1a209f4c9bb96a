import type { Call } from './call.js';

/** The same request with another id in every field of this name, of its body and its query. */
export function withId(call: Call, name: string, id: string): Call {
  const query = new URLSearchParams(call.query);
  if (call.operation.parameters.some((one) => one.in === 'query' && one.name === name)) query.set(name, id);
  const body = typeof call.body === 'string' ? JSON.stringify(replaced(JSON.parse(call.body), name, id)) : call.body;
  return { ...call, what: `${name} ${id}`, query: query.toString(), body };
}

/** Whether the id stands anywhere in the request's body or query. */
export function carries({ body, query }: Call, id: string): boolean {
  return `${typeof body === 'string' ? body : ''} ${query}`.includes(id);
}

function replaced(value: unknown, name: string, id: string): unknown {
  if (Array.isArray(value)) return value.map((one) => replaced(one, name, id));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, key === name ? id : replaced(one, name, id)]));
}

/** What an answer tells of a record, but for its id: a record of others must be told as one that is not there. */
export function said(text: string, id: string): unknown {
  const answer = JSON.parse(text.replaceAll(id, '')) as unknown;
  if (typeof answer !== 'object' || answer === null || !('requestId' in answer)) return answer;
  // The words are in the language of each request.
  const { requestId: _, title: __, errors = [], ...rest } = answer as { requestId: unknown; title?: string; errors?: object[] };
  return { ...rest, errors: errors.map((fault) => ({ ...fault, detail: undefined })) };
}

/** A cursor that is none is refused before anything is looked for. */
export function withoutCursor(call: Call): Call {
  const query = new URLSearchParams(call.query);
  query.delete('cursor');
  return { ...call, query: query.toString() };
}
