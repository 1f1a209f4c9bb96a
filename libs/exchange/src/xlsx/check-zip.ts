import { type IssuePlace, unreadable } from '../issue.js';
import { LIMITS } from '../limits.js';

const END_RECORD = 0x06054b50;
const CENTRAL_RECORD = 0x02014b50;
const END_RECORD_BYTES = 22;
const CENTRAL_RECORD_BYTES = 46;
const LONGEST_COMMENT = 0xffff;
const SYMLINK = 0xa000;

export interface CentralRecord {
  readonly name: string;
  readonly offset: number;
  readonly listStart: number;
  readonly endOffset: number;
}

interface ZipEntry {
  readonly name: string;
  readonly packedBytes: number;
  readonly inflatedBytes: number;
}

/**
 * Looks at a zip's own list of contents before anything is inflated. A list that lies about sizes is caught later: the
 * parser stops each part at its declared size, in a process of its own. Throws SheetUnreadable.
 */
export function checkZip(bytes: Uint8Array, place: IssuePlace): void {
  const entries = centralDirectory(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), place);
  const packed = entries.reduce((sum, entry) => sum + entry.packedBytes, 0);
  const inflated = entries.reduce((sum, entry) => sum + entry.inflatedBytes, 0);
  const ratioTooHigh = inflated > LIMITS.ratioFromBytes && inflated > packed * LIMITS.inflationRatio;
  if (inflated > LIMITS.inflatedBytes || ratioTooHigh) throw unreadable(place, 'zip-bomb');
  // More packed bytes than the file has means that parts overlap; a part said to be empty would escape its own limit.
  if (packed > bytes.length || entries.some(saysEmptyButIsNot)) throw unreadable(place, 'corrupt-zip');
  if (!entries.some((entry) => entry.name === '[Content_Types].xml')) throw unreadable(place, 'not-a-workbook');
  if (!entries.some((entry) => /^xl\/worksheets\/.+\.xml$/.test(entry.name))) throw unreadable(place, 'not-a-workbook');
}

function saysEmptyButIsNot(entry: ZipEntry): boolean {
  return entry.inflatedBytes === 0 && entry.packedBytes > 16;
}

function centralDirectory(zip: Buffer, place: IssuePlace): ZipEntry[] {
  const end = endRecordOffset(zip);
  const count = end === null ? 0 : zip.readUInt16LE(end + 10);
  if (count > LIMITS.zipEntries) throw unreadable(place, 'zip-too-many-entries', { count });
  const records = centralRecords(zip);
  if (records === null) throw unreadable(place, 'corrupt-zip');
  return records.map((record) => entryAt(zip, record, place));
}

/** Where each part is listed; null when there is no list, or one with holes. */
export function centralRecords(zip: Buffer): CentralRecord[] | null {
  const endOffset = endRecordOffset(zip);
  if (endOffset === null) return null;
  const count = zip.readUInt16LE(endOffset + 10);
  const listStart = zip.readUInt32LE(endOffset + 16);
  const records: CentralRecord[] = [];
  let offset = listStart;
  for (let index = 0; index < count; index += 1) {
    if (offset + CENTRAL_RECORD_BYTES > endOffset || zip.readUInt32LE(offset) !== CENTRAL_RECORD) return null;
    const nameEnd = offset + CENTRAL_RECORD_BYTES + zip.readUInt16LE(offset + 28);
    records.push({ name: zip.toString('utf8', offset + CENTRAL_RECORD_BYTES, nameEnd), offset, listStart, endOffset });
    offset = nameEnd + zip.readUInt16LE(offset + 30) + zip.readUInt16LE(offset + 32);
  }
  return count === 0 || offset > endOffset ? null : records;
}

function entryAt(zip: Buffer, { name, offset }: CentralRecord, place: IssuePlace): ZipEntry {
  if ((zip.readUInt16LE(offset + 8) & 1) === 1) throw unreadable(place, 'encrypted-zip');
  const unixMode = zip.readUInt16LE(offset + 40);
  if (isImproperPath(name) || (unixMode & 0xf000) === SYMLINK) throw unreadable(place, 'zip-path', { name: name.slice(0, 100) });
  return { name, packedBytes: zip.readUInt32LE(offset + 20), inflatedBytes: zip.readUInt32LE(offset + 24) };
}

/** Nothing is ever written to disk, but a workbook with such a name was not made by Excel. */
function isImproperPath(name: string): boolean {
  return name.includes('\\') || name.includes('\0') || name.startsWith('/') || /^[A-Za-z]:/.test(name) || name.split('/').includes('..');
}

function endRecordOffset(zip: Buffer): number | null {
  const lowest = Math.max(0, zip.length - END_RECORD_BYTES - LONGEST_COMMENT);
  for (let offset = zip.length - END_RECORD_BYTES; offset >= lowest; offset -= 1) {
    if (zip.readUInt32LE(offset) === END_RECORD) return offset;
  }
  return null;
}
