import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { assert } from './assert.js';

/** RFC 8785: the same value gives the same bytes on any machine. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  assert(text !== undefined, 'a value that is hashed has a JSON form');
  return text;
}

/** Lower-case hexadecimal SHA-256. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
