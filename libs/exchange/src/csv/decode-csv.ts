import iconv from 'iconv-lite';
import { type IssuePlace, unreadable } from '../issue.js';

/**
 * Fatal UTF-8 first, because almost no CP932 text happens to be valid UTF-8, while much UTF-8 decodes as CP932 into
 * nonsense without a complaint.
 */
export function decodeCsv(bytes: Uint8Array, place: IssuePlace): string {
  if (looksLikeUtf16(bytes)) throw unreadable(place, 'utf16');
  const claimsUtf8 = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    if (claimsUtf8) throw unreadable(place, 'claims-utf8', { line: firstLineThatIsNotUtf8(bytes) });
  }
  const text = iconv.decode(Buffer.from(bytes), 'cp932');
  const broken = text.indexOf('\ufffd');
  if (broken >= 0) throw unreadable(place, 'unknown-encoding', { line: text.slice(0, broken).split('\n').length });
  return text;
}

function looksLikeUtf16(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return true;
  const start = bytes.subarray(0, 512);
  let nulls = 0;
  for (const byte of start) if (byte === 0) nulls += 1;
  return start.length >= 8 && nulls * 4 > start.length;
}

/** Byte 0x0A never stands inside a UTF-8 or CP932 character, so lines can be cut before decoding. */
function firstLineThatIsNotUtf8(bytes: Uint8Array): number {
  let line = 1;
  let start = 0;
  while (start < bytes.length) {
    const end = bytes.indexOf(0x0a, start);
    const stop = end < 0 ? bytes.length : end;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(start, stop));
    } catch {
      return line;
    }
    line += 1;
    start = stop + 1;
  }
  return line;
}
