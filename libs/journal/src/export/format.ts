import type { JournalRow } from '../first-broken-entry.js';

/** `wakachi.journal/1`: a header, then one line per entry with all that is hashed, and the hash. See docs/contracts/journal.md. */
const FORMAT = 'wakachi.journal/1';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export interface Header {
  readonly network: string;
  /** What the first entry builds upon. */
  readonly genesis: string;
  /** The number of entries that follow. */
  readonly exportedAtSeq: number;
}

/** As it stands in a file: the sequence number is text, for its digits are hashed. */
export interface EntryLine extends Omit<JournalRow, 'seq'> {
  readonly seq: string;
}

export function headerLine({ network, genesis, exportedAtSeq }: Header): string {
  return JSON.stringify({ format: FORMAT, network, genesis, exportedAtSeq });
}

export function entryLine({ seq, entryId, kind, recordedAt, body, hash }: JournalRow): string {
  return JSON.stringify({ seq, entry: entryId, kind, recordedAt, body, hash });
}

/** Null unless it is a header to the byte. */
export function readHeader(line: string): Header | null {
  try {
    const { network, genesis, exportedAtSeq } = JSON.parse(line) as Header;
    const header = { network, genesis, exportedAtSeq };
    return headerLine(header) === line && UUID.test(network) && Number.isSafeInteger(exportedAtSeq) ? header : null;
  } catch {
    return null;
  }
}

/** Fields in this order and nothing between or beside them: what a reader could overlook is malformed. */
const BEFORE_BODY =
  /^\{"seq":([1-9]\d{0,14}),"entry":"([0-9a-f-]{36})","kind":("(?:[^"\\]|\\.)*"),"recordedAt":"([\dTZ:.-]{27})","body":(?=")/;
const [BEFORE_HASH, AFTER_HASH] = [',"hash":"', '"}'];
const HASH_LENGTH = 64;
const AFTER_BODY_LENGTH = BEFORE_HASH.length + HASH_LENGTH + AFTER_HASH.length;

/** Null unless it is an entry. Not by way of JSON.parse of the whole line: that is slower and would let a field stand twice. */
export function readEntry(line: string): EntryLine | null {
  const [before, seq, entryId, kind, recordedAt] = BEFORE_BODY.exec(line) ?? [];
  if (before === undefined || seq === undefined || entryId === undefined || kind === undefined || recordedAt === undefined) return null;
  const bodyEnd = line.length - AFTER_BODY_LENGTH;
  if (!line.startsWith(BEFORE_HASH, bodyEnd) || !line.endsWith(AFTER_HASH)) return null;
  try {
    const body = JSON.parse(line.slice(before.length, bodyEnd)) as string;
    return {
      seq,
      entryId,
      kind: JSON.parse(kind) as string,
      recordedAt,
      body,
      hash: line.slice(bodyEnd + BEFORE_HASH.length, -AFTER_HASH.length),
    };
  } catch {
    return null;
  }
}
