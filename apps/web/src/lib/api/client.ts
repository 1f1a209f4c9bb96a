import createClient from 'openapi-fetch';
import type { paths } from './schema.js';

/** The API with its types: paths, queries, bodies and answers are checked against the document. */
export function apiClient(baseUrl: string, token?: string) {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  return createClient<paths>({ baseUrl, headers });
}
