/**
 * The program of the parsing process, as text: a build copies only compiled modules, and a test runner has its own
 * loader, so a file to point at would not exist in every place. It gets the parser's URL as its argument, the workbook
 * on stdin, and answers one JSON object on stdout. Plain JavaScript, no imports of ours.
 */
export const CHILD_SOURCE = String.raw`
const [parserUrl, maxRows, maxColumns] = process.argv.slice(-3);
const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const answer = (value) => process.stdout.write(JSON.stringify(value));

/** A format that shows year and month but no day: the cell means a month, though it holds the month's first day. */
function showsMonth(format) {
  const shown = (format ?? '').replace(/"[^"]*"|\\[^]|\[[^\]]*\]/g, '').split(';')[0];
  return /m/i.test(shown) && /[yeg]/i.test(shown) && !/[dhs0#?]/i.test(shown);
}

function dateOf(value, system) {
  if (value instanceof Date) return value;
  const firstDay = system === '1904' ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  return new Date(firstDay + value * 86_400_000);
}

/** Dates as wall clocks; a formula that was never calculated must not pass for a blank. */
function plain(value, cell, system) {
  if (cell?.type === 'error') return { error: String(value) };
  if (value === null || value === undefined) return cell?.type === 'formula' ? { error: '=' + cell.formula } : null;
  const month = showsMonth(cell?.style?.numFmt);
  if (!(value instanceof Date) && !(month && typeof value === 'number')) return value;
  const date = dateOf(value, system);
  if (Number.isNaN(date.getTime())) return { error: '#DATE' };
  return { dateTime: date.toISOString().slice(0, 19), ...(month ? { monthOnly: true } : {}) };
}

/** Cells that are formatted but empty widen a sheet without saying anything. */
function withoutEmptyEnd(cells, isEmpty) {
  let length = cells.length;
  while (length > 0 && isEmpty(cells[length - 1])) length -= 1;
  return cells.slice(0, length);
}

function rowsOf(sheet, system) {
  const rows = sheet.rows.map((row, r) => row.map((value, c) => plain(value, sheet.cells?.get(r + ',' + c), system)));
  const trimmed = rows.map((row) => withoutEmptyEnd(row, (cell) => cell === null || cell === ''));
  return withoutEmptyEnd(trimmed, (row) => row.length === 0);
}

try {
  const { readXlsx } = await import(parserUrl);
  const book = await readXlsx(new Uint8Array(Buffer.concat(chunks)), { sheets: (info) => !info.hidden && !info.veryHidden, readStyles: true });
  const system = book.dateSystem === '1904' ? '1904' : '1900';
  const filled = book.sheets.map((sheet) => ({ sheet, rows: rowsOf(sheet, system) })).filter(({ rows }) => rows.length > 0);
  if (filled.length === 0) answer({ kind: 'empty' });
  else {
    const { sheet, rows } = filled[0];
    if (rows.length > Number(maxRows)) answer({ kind: 'too-many-rows' });
    else if (rows.some((row) => row.length > Number(maxColumns))) answer({ kind: 'too-many-columns' });
    else
      answer({
        kind: 'sheet',
        name: sheet.name,
        dateSystem: system,
        rows,
        merges: (sheet.merges ?? []).map((m) => ({ startRow: m.startRow, startColumn: m.startCol, endRow: m.endRow, endColumn: m.endCol })),
        hiddenRows: [...(sheet.rowDefs ?? [])].filter(([index, row]) => row.hidden && rows[index]?.length > 0).map(([index]) => index),
        otherSheets: filled.slice(1).map((other) => other.sheet.name),
      });
  }
} catch (error) {
  answer({ kind: 'failed', reason: /over the \d+ limit/.test(String(error?.message)) ? 'too-large' : 'unparsable' });
}
`;
