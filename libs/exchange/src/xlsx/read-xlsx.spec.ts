import { writeXlsx } from 'hucre/xlsx';
import { refusal } from '../../test/codes.js';
import { workbookAround, zipOf } from '../../test/zip.js';
import { readSheet } from '../index.js';
import { LIMITS } from '../limits.js';
import { parseInChild } from './parse-in-child.js';

const codeOf = async (bytes: Uint8Array) => (await refusal(() => readSheet(bytes, 'a.xlsx')))[0]?.code;
const row = (cells: string) => `<row r="1">${cells}</row>`;

describe('a workbook', () => {
  it('is read by what it is, whatever its name', async () => {
    const bytes = await writeXlsx({ sheets: [{ name: '一覧', rows: [['品名', 12, true, null, new Date(Date.UTC(2027, 4, 21))]] }] });
    const table = await readSheet(bytes, 'donations.csv');
    expect(table.sheet).toBe('一覧');
    expect(table.rows).toEqual([['品名', 12, true, null, { dateTime: '2027-05-21T00:00:00' }]]);
  });

  it('keeps its days when it counts from 1904', async () => {
    const rows = [[new Date(Date.UTC(2026, 11, 31)), 44_925]];
    const table = await readSheet(await writeXlsx({ sheets: [{ name: 'a', rows }], dateSystem: '1904' }), 'a.xlsx');
    expect(table.dateSystem).toBe('1904');
    expect(table.rows).toEqual([[{ dateTime: '2026-12-31T00:00:00' }, 44_925]]);
  });

  it.each([
    ['yyyy"年"m"月"', true],
    ['mmm-yy', true],
    ['[$-411]ggge"年"m"月"', true],
    ['yyyy/m/d', false],
    ['yyyy"年"m"月"d"日"', false],
  ])('knows a date that is shown by %s as a month: %s', async (numFmt, monthOnly) => {
    const value = new Date(Date.UTC(2027, 4, 1));
    const cells = new Map([['0,0', { value, type: 'date' as const, style: { numFmt } }]]);
    const table = await readSheet(await writeXlsx({ sheets: [{ name: 'a', rows: [[value]], cells }] }), 'a.xlsx');
    expect(table.rows[0]?.[0]).toEqual({ dateTime: '2027-05-01T00:00:00', ...(monthOnly ? { monthOnly } : {}) });
  });

  it.each([
    ['55, yyyy年m月', 55, true],
    ['34, yyyy年m月', 34, true],
    ['17, mmm-yy', 17, true],
    ['31, yyyy年m月d日', 31, false],
    ['14, yyyy/m/d', 14, false],
  ])('knows the months among Excel’s own formats: %s', async (_name, number, monthOnly) => {
    const data = row('<c r="A1" s="0"><v>46508</v></c>');
    const table = await readSheet(zipOf([...workbookAround(data, '', `<xf numFmtId="${number}"/>`)]), 'a.xlsx');
    expect(table.rows[0]?.[0]).toEqual({ dateTime: '2027-05-01T00:00:00', ...(monthOnly ? { monthOnly } : {}) });
  });

  it('is no wider than what it says: formatted blank cells do not count', async () => {
    const data = row('<c r="A1"><v>1</v></c><c r="XFD1"/>');
    expect((await readSheet(zipOf(workbookAround(data)), 'a.xlsx')).rows).toEqual([[1]]);
  });

  it('is given up when it takes too long or too much memory', async () => {
    const bytes = zipOf(workbookAround(`<row>${'<c><v>12345</v></c>'.repeat(100)}</row>`.repeat(2_000)));
    expect(await parseInChild(bytes, { ...LIMITS, childMilliseconds: 1 })).toEqual({ kind: 'stopped' });
    expect(await parseInChild(bytes, { ...LIMITS, childMemoryMegabytes: 8 })).toEqual({ kind: 'stopped' });
  });

  it('gives the value of a formula, and marks one that has failed or was never calculated', async () => {
    const data = row('<c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="e"><f>X!A1</f><v>#REF!</v></c><c r="C1"><f>A1*2</f></c>');
    expect((await readSheet(zipOf(workbookAround(data)), 'a.xlsx')).rows).toEqual([[2, { error: '#REF!' }, { error: '=A1*2' }]]);
  });

  it('reads the first visible sheet and says that it left the others', async () => {
    const sheets = [
      { name: '隠し', hidden: true, rows: [['x']] },
      { name: '本番', rows: [['y']] },
      { name: '控え', rows: [['z']] },
    ];
    const table = await readSheet(await writeXlsx({ sheets }), 'a.xlsx');
    expect(table.rows).toEqual([['y']]);
    expect(table.warnings.map((warning) => [warning.code, warning.sheet])).toEqual([['sheet-not-read', '控え']]);
  });

  it('reads hidden rows and says so', async () => {
    const data = '<row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>2</v></c></row>';
    const table = await readSheet(zipOf(workbookAround(data)), 'a.xlsx');
    expect(table.rows).toEqual([[1], [2]]);
    expect(table.warnings.map((warning) => [warning.code, warning.row])).toEqual([['hidden-row-read', 2]]);
  });

  it('reaches no file and grows no entity through its XML', async () => {
    const doctype = '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/hostname"><!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>';
    const data = row('<c r="A1" t="inlineStr"><is><t>&f;&b;</t></is></c>');
    const table = await readSheet(zipOf(workbookAround(data, doctype)), 'a.xlsx');
    expect(table.rows).toEqual([['&f;&b;']]);
  });

  it('is refused with a cell at the far corner', async () => {
    const data = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>';
    expect(await codeOf(zipOf(workbookAround(data)))).toBe('too-many-rows');
  });

  it('is refused with a column far out', async () => {
    expect(await codeOf(zipOf(workbookAround(row('<c r="XFD1"><v>1</v></c>'))))).toBe('too-many-columns');
  });

  it('is refused when no visible sheet has content', async () => {
    expect(await codeOf(await writeXlsx({ sheets: [{ name: 'a', rows: [] }] }))).toBe('no-visible-sheet');
  });

  it('is refused when its sheet is not XML', async () => {
    const parts = workbookAround('').map((part) => (part.name.endsWith('sheet1.xml') ? { ...part, data: '<worksheet><row <<' } : part));
    expect(['sheet-unparsable', 'no-visible-sheet']).toContain(await codeOf(zipOf(parts)));
  });
});

describe('a file that only looks like a workbook', () => {
  const blank = 'x'.repeat(100);
  const named = (name: string) => zipOf([...workbookAround(''), { name, data: blank }]);

  it.each([
    [
      'a list of contents that promises 300 MB',
      zipOf([...workbookAround(''), { name: 'xl/a.xml', data: blank, declaredBytes: 300_000_000 }]),
      'zip-bomb',
    ],
    ['two megabytes of nothing', zipOf([...workbookAround(''), { name: 'xl/a.xml', data: Buffer.alloc(2_000_000) }]), 'zip-bomb'],
    [
      'a part that is said to be empty',
      zipOf([...workbookAround(''), { name: 'xl/a.xml', data: Buffer.from(blank + Math.PI), declaredBytes: 0 }]),
      'corrupt-zip',
    ],
    ['a path that climbs', named('../evil.xml'), 'zip-path'],
    ['an absolute path', named('/etc/passwd'), 'zip-path'],
    ['a path with a drive', named('C:evil.xml'), 'zip-path'],
    ['a symbolic link', zipOf([...workbookAround(''), { name: 'xl/link', data: '/etc/passwd', unixMode: 0o120777 }]), 'zip-path'],
    ['an encrypted part', zipOf([...workbookAround(''), { name: 'xl/a.xml', data: blank, encrypted: true }]), 'encrypted-zip'],
    ['too many parts', zipOf(Array.from({ length: 1_001 }, (_, index) => ({ name: `${index}`, data: '' }))), 'zip-too-many-entries'],
    ['a zip of something else', zipOf([{ name: 'inner.zip', data: zipOf([{ name: 'a', data: 'b' }]) }]), 'not-a-workbook'],
    ['a zip without an end', zipOf(workbookAround('')).subarray(0, 600), 'corrupt-zip'],
    ['an old .xls or an encrypted .xlsx', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old-or-encrypted-excel'],
    ['HTML that is named .xls', Buffer.from('\n<html><table><tr><td>1</td></tr></table></html>'), 'html-not-excel'],
    ['an empty file', new Uint8Array(), 'empty-file'],
    ['a file beyond the limit', Buffer.alloc(16 * 1024 * 1024 + 1), 'file-too-large'],
  ])('is refused: %s', async (_name, bytes, code) => {
    expect(await codeOf(bytes)).toBe(code);
  });

  it('is refused when a part is larger than it says', async () => {
    const sheet = `<worksheet><sheetData>${row(`<c r="A1" t="inlineStr"><is><t>${'long'.repeat(5_000)}</t></is></c>`)}</sheetData></worksheet>`;
    const parts = workbookAround('').map((part) =>
      part.name.endsWith('sheet1.xml') ? { ...part, data: sheet, declaredBytes: 100 } : part,
    );
    expect(await codeOf(zipOf(parts))).toBe('sheet-unparsable');
  });
});
