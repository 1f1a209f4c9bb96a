import autocannon from 'autocannon';
import { CONNECTIONS } from '../ledger/books.mjs';

/** Sends what `next` returns, a fresh request each time, over all connections for so many seconds. Latencies in milliseconds. */
export async function load(api, next, durationSeconds) {
  const latencies = [];
  const requests = [{ setupRequest: (request) => Object.assign(request, next()) }];
  const running = autocannon({ url: api.url, connections: CONNECTIONS, duration: durationSeconds, requests });
  running.on('response', (_client, _status, _bytes, milliseconds) => latencies.push(milliseconds));
  const { duration, non2xx, errors, timeouts, '5xx': serverErrors } = await running;
  return { perSecond: latencies.length / duration, latencies, refused: non2xx + errors + timeouts, serverErrors };
}

export function postRequest({ token }, path, body) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  return { method: 'POST', path: `/api/v1/${path}`, headers, body: JSON.stringify(body) };
}

export function getRequest({ token }, path) {
  return { method: 'GET', path: `/api/v1/${path}`, headers: { authorization: `Bearer ${token}` }, body: undefined };
}
