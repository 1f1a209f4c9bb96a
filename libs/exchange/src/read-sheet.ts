import { readCsv } from './csv/read-csv.js';
import { unreadable } from './issue.js';
import { LIMITS } from './limits.js';
import type { CellContent, Table } from './table.js';
import { readXlsx } from './xlsx/read-xlsx.js';

const ERROR_VALUE = /^#(REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)$/;

/** Reads .xlsx or CSV by what the bytes are, whatever the name says. Throws SheetUnreadable. */
export async function readSheet(bytes: Uint8Array, fileName: string): Promise<Table> {
  const place = { file: fileName };
  if (bytes.length === 0) throw unreadable(place, 'empty-file');
  if (bytes.length > LIMITS.fileBytes) throw unreadable(place, 'file-too-large', { limit: LIMITS.fileBytes / 1024 / 1024 });
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw unreadable(place, 'old-or-encrypted-excel');
  if (looksLikeMarkup(bytes)) throw unreadable(place, 'html-not-excel');
  const table = startsWith(bytes, [0x50, 0x4b]) ? await readXlsx(bytes, fileName) : readCsv(bytes, fileName);
  return { ...table, rows: table.rows.map((row) => row.map(withErrorsMarked)) };
}

/** A formula's error is saved by some programs, and by every CSV export, as the text one sees. */
function withErrorsMarked(cell: CellContent): CellContent {
  return typeof cell === 'string' && ERROR_VALUE.test(cell.trim()) ? { error: cell.trim() } : cell;
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function looksLikeMarkup(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 256)).toString('latin1');
  return /^(\xef\xbb\xbf)?\s*<(!doctype|!--|html|head|meta|table|\?xml)/i.test(start);
}
