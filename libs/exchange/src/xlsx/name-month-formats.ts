import { crc32, inflateRawSync } from 'node:zlib';
import { LIMITS } from '../limits.js';
import { centralRecords } from './check-zip.js';

/** Excel's formats for yyyy年m月 have numbers and no name (ECMA-376 part 1, 18.8.30, Japanese); 17 is mmm-yy. */
const UNNAMED_MONTH_FORMATS = ['34', '52', '55'];
const NAMED_MONTH_FORMAT = '17';
const STYLES = 'xl/styles.xml';
const LOCAL_HEADER_BYTES = 30;

/**
 * Excel turns a typed 2027年5月 into the first of May, shown as a month by a format the parser doesn't name. Here the
 * workbook gets styles that say "month" in a way the parser tells us, so that the label keeps its meaning: 31 May. The
 * new styles are appended and the list of contents points to them. Gives the bytes back as they are if there is nothing
 * to do; the zip has been checked before.
 */
export function nameMonthFormats(bytes: Uint8Array): Uint8Array {
  const zip = Buffer.from(bytes);
  const record = centralRecords(zip)?.find((entry) => entry.name === STYLES);
  if (record === undefined) return bytes;
  const styles = inflatePart(zip, record.offset);
  const named = styles === null ? null : withNamedFormats(styles);
  if (named === null || named === styles) return bytes;

  const data = Buffer.from(named);
  const local = Buffer.alloc(LOCAL_HEADER_BYTES);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  local.writeUInt32LE(crc32(data), 14);
  local.writeUInt32LE(data.length, 18);
  local.writeUInt32LE(data.length, 22);
  local.writeUInt16LE(STYLES.length, 26);
  const part = Buffer.concat([local, Buffer.from(STYLES), data]);

  const listStart = record.listStart;
  const list = Buffer.from(zip.subarray(listStart));
  const at = record.offset - listStart;
  list.writeUInt16LE(0, at + 8);
  list.writeUInt16LE(0, at + 10);
  local.copy(list, at + 16, 14, 26);
  list.writeUInt32LE(listStart, at + 42);
  list.writeUInt32LE(listStart + part.length, record.endOffset - listStart + 16);
  return Buffer.concat([zip.subarray(0, listStart), part, list]);
}

function withNamedFormats(styles: string): string {
  const numbers = UNNAMED_MONTH_FORMATS.filter((number) => !new RegExp(`<numFmt [^<>]*numFmtId="${number}"`).test(styles));
  const unnamed = new RegExp(`(<xf [^<>]*numFmtId=")(?:${numbers.join('|')})"`, 'g');
  return numbers.length === 0 ? styles : styles.replace(unnamed, `$1${NAMED_MONTH_FORMAT}"`);
}

/** Null when it can't be inflated: the parser will say what is wrong with it. */
function inflatePart(zip: Buffer, record: number): string | null {
  const start = zip.readUInt32LE(record + 42);
  if (start + LOCAL_HEADER_BYTES > zip.length) return null;
  const dataStart = start + LOCAL_HEADER_BYTES + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28);
  const packed = zip.subarray(dataStart, dataStart + zip.readUInt32LE(record + 20));
  try {
    const plain = zip.readUInt16LE(record + 10) === 0 ? packed : inflateRawSync(packed, { maxOutputLength: LIMITS.stylesBytes });
    return plain.toString('utf8');
  } catch {
    return null;
  }
}
