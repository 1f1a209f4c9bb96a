import { jsonFault } from './json-fault.js';
import { type JsonPolicy, scanJson } from './scan-json.js';

/** One for all: each call that does not stream begins anew. */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Bytes that somebody sent, as JSON: UTF-8 without a byte order mark, then as `scanJson` reads it. Throws JsonFault. */
export function readJson(bytes: Uint8Array, policy: JsonPolicy): unknown {
  const text = decode(bytes);
  if (text.startsWith('\ufeff')) throw jsonFault('', 'byteOrderMark');
  return scanJson(text, policy);
}

function decode(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw jsonFault('', 'notUtf8');
  }
}
