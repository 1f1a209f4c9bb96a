import { hash, randomUUID } from 'node:crypto';
import type { Clock } from './clock.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** A new id that sorts by time (RFC 9562, version 7). */
export function newId(clock: Clock): string {
  const time = clock.now().getTime().toString(16).padStart(12, '0');
  // Node draws the random bits of many ids at once; the variant is the same in every version.
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}

/**
 * The id of a thing that a natural key names (RFC 9562, version 8: SHA-256 over length-prefixed parts). The same file
 * imported on two machines, or a command that is retried, gets the same id: idempotency needs no look-up.
 */
export function deriveId(...parts: readonly (string | number)[]): string {
  let content = '';
  for (const part of parts) content += `${Buffer.byteLength(String(part))}:${part}`;
  // By the thousand when a round is approved: one call without a hash object costs a third.
  return formatUuid(hash('sha256', content, 'hex'), 8);
}

/** The first 128 of a hexadecimal number's bits, with the version and the variant in their places. */
function formatUuid(hex: string, version: number): string {
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${version}${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
