import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { sha256 } from '@wakachi/kernel';

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/**
 * With METRICS_TOKEN its bearer; without one this machine alone, and not a proxy on it: what it forwards comes from anywhere.
 */
export function mayReadMetrics(request: IncomingMessage, token = process.env['METRICS_TOKEN']): boolean {
  const { authorization, forwarded, 'x-forwarded-for': forwardedFor } = request.headers;
  if (token) return isSame(authorization ?? '', `Bearer ${token}`);
  return forwarded === undefined && forwardedFor === undefined && LOOPBACK.has(request.socket.remoteAddress ?? '');
}

/** Hashes have one length, so the comparison says nothing about the token's. */
function isSame(theirs: string, ours: string): boolean {
  return timingSafeEqual(Buffer.from(sha256(theirs)), Buffer.from(sha256(ours)));
}
