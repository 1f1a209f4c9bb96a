import { openTable, type Reading, reading, readingOf, readSheet, wholeNumber } from '@wakachi/exchange';
import type { CalendarDate } from '@wakachi/kernel';
import { OFFER_COLUMNS, type OfferColumn, type OfferRow } from './columns.js';
import { expectation, message } from './messages.js';
import type { OfferLine } from './offer-line.js';
import { readOfferLine } from './read-line.js';

const TOTAL_WORDS = ['合計', '総計', '総合計', '計', 'total'];

/** Reads a donor's or the coordinators' sheet of offers, as it arrives. Whole or not at all. */
export function readOfferSheet(bytes: Uint8Array, fileName: string, { asOf }: { asOf: CalendarDate }): Promise<Reading<OfferLine>> {
  return readingOf(async () => {
    const table = openTable<OfferColumn>(await readSheet(bytes, fileName), OFFER_COLUMNS);
    const totals = table.rows.filter(isTotalRow);
    const details = table.rows.filter((row) => !isTotalRow(row));
    const lines = details.flatMap((row, index) => {
      const line = readOfferLine(row, index + 1, asOf);
      return line === null ? [] : [line];
    });
    noteDuplicateLineNumbers(details, lines);
    noteDonorSpellings(details);
    // A total can only be compared when every line could be counted.
    if (lines.length === details.length) for (const row of totals) noteWrongTotal(row, lines);
    return reading(lines, table.issues);
  });
}

function isTotalRow(row: OfferRow): boolean {
  const words = (['lineNumber', 'donorName', 'department', 'itemName'] as const).map((key) =>
    row.shown(key).replace(/\s+/g, '').toLowerCase(),
  );
  return words.some((word) => TOTAL_WORDS.includes(word)) && words.filter((word) => word !== '').length === 1;
}

/** A total that differs means a line was lost or a number changed after somebody added it up. */
function noteWrongTotal(row: OfferRow, lines: readonly OfferLine[]): void {
  if (row.isBlank('cases')) return;
  const stated = row.read('cases', wholeNumber({ min: 0, max: 999_999_999 }));
  const counted = lines.reduce((sum, line) => sum + line.cases, 0);
  if (stated === undefined || stated === counted) return;
  row.note('cases', {
    code: 'total-differs',
    message: message('total-differs', { stated, counted }),
    expected: expectation('total', { counted }),
  });
}

function noteDuplicateLineNumbers(rows: readonly OfferRow[], lines: readonly OfferLine[]): void {
  const firstRows = new Map<number, number>();
  for (const line of lines) {
    const first = firstRows.get(line.lineNumber);
    firstRows.set(line.lineNumber, first ?? line.rowNumber);
    if (first === undefined) continue;
    const params = { number: line.lineNumber, first, second: line.rowNumber };
    const text = { code: 'duplicate-line-number', message: message('duplicate-line-number', params), expected: expectation('unique') };
    rows.find((row) => row.rowNumber === line.rowNumber)?.note('lineNumber', text);
  }
}

/** ㈱ and 株式会社 make two donors of one; the names themselves stay as written, for only the donor knows. */
function noteDonorSpellings(rows: readonly OfferRow[]): void {
  const first = new Map<string, OfferRow>();
  const told = new Set<string>();
  for (const row of rows) {
    const spelling = row.shown('donorName');
    const folded = spelling
      .normalize('NFKC')
      .replace(/\s+/g, '')
      .replace(/株式会社/g, '(株)')
      .replace(/有限会社/g, '(有)');
    const earlier = first.get(folded);
    first.set(folded, earlier ?? row);
    if (earlier === undefined || earlier.shown('donorName') === spelling || told.has(spelling)) continue;
    told.add(spelling);
    const params = { spelling, other: earlier.shown('donorName'), first: earlier.rowNumber };
    const text = {
      code: 'donor-spelled-two-ways',
      message: message('donor-spelled-two-ways', params),
      expected: expectation('one-spelling'),
    };
    row.note('donorName', text, 'warning');
  }
}
