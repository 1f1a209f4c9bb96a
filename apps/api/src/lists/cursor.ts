import { isUuid, sha256 } from '@wakachi/kernel';
import { RequestInvalid } from '../problems/errors.js';
import { sentence } from '../validation/sentences.js';

/** The last row that the caller has: where the next page begins. */
export interface Cursor {
  readonly sort: string;
  readonly value: string;
  readonly id: string;
}

export function writeCursor({ sort, value, id }: Cursor): string {
  const body = JSON.stringify([sort, value, id]);
  return Buffer.from(`${checksum(body)}${body}`).toString('base64url');
}

/** Throws RequestInvalid for a cursor that is not one of ours, or of another order. */
export function readCursor(text: string, sort: string): Cursor {
  const plain = Buffer.from(text, 'base64url').toString();
  const body = plain.slice(CHECKSUM_LENGTH);
  const parts = checksum(body) === plain.slice(0, CHECKSUM_LENGTH) ? parse(body) : null;
  if (Array.isArray(parts) && parts[0] === sort && typeof parts[1] === 'string' && isUuid(String(parts[2])))
    return { sort, value: parts[1], id: String(parts[2]) };
  throw new RequestInvalid([{ parameter: 'cursor', text: sentence('cursor') }]);
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

const CHECKSUM_LENGTH = 12;

/** Against slips, not against malice: whoever makes up a cursor sees no more than the network's own rows. */
function checksum(body: string): string {
  return sha256(`cursor ${body}`).slice(0, CHECKSUM_LENGTH);
}
